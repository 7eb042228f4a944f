"""What a tie is called: its classes, its states, the evidence behind its strength."""

TIES: dict[str, str] = {
    "class_pseudo": "Pseudo",
    "class_weak": "Weak",
    "class_strong": "Strong",
    "class_dormant_strong": "Dormant strong",
    "state_active": "active",
    "state_cooling": "cooling",
    "state_dormant": "dormant",
}
