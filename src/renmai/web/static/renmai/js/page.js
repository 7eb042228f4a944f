// What the page does beyond links and forms: it starts each part.
import { startKeys } from "./keys.js";
import { startLine } from "./line.js";
import { startPalette } from "./palette.js";
import { startToast } from "./toast.js";
import { startDrafts } from "./drafts.js";
import { startUploads } from "./uploads.js";
import { startForms } from "./forms.js";
import { startMenus } from "./menus.js";
import { startCopies } from "./copies.js";
import { startPrints } from "./prints.js";

for (const element of document.querySelectorAll(".with-script")) element.hidden = false;
startForms();
startMenus();
startCopies();
startPrints();
startToast();
startDrafts();
startUploads();
startPalette();
startLine();
startKeys();
