"""The kinds of call-outs, the names other tools give them, and their titles by locale."""

_KINDS = {
    "note": "note",
    "info": "note",
    "abstract": "note",
    "summary": "note",
    "example": "note",
    "quote": "note",
    "seealso": "related",
    "morelikethis": "related",
    "related": "related",
    "availability": "availability",
    "prerequisites": "prerequisites",
    "tip": "tip",
    "hint": "tip",
    "success": "tip",
    "check": "tip",
    "question": "note",
    "important": "important",
    "warning": "warning",
    "attention": "warning",
    "caution": "caution",
    "danger": "caution",
    "error": "caution",
    "failure": "caution",
    "bug": "caution",
}

_LOOKS = {"related": "note", "availability": "note", "prerequisites": "note"}
"""Kinds that have a title of their own but look like another."""

_TITLES = {
    "en": {
        "note": "Note",
        "tip": "Tip",
        "important": "Important",
        "warning": "Warning",
        "caution": "Caution",
        "availability": "Availability",
        "prerequisites": "Prerequisites",
        "related": "See also",
        "video": "Video",
        "details": "Details",
    },
    "fr": {
        "note": "Remarque",
        "tip": "Conseil",
        "important": "Important",
        "warning": "Avertissement",
        "caution": "Attention",
        "availability": "Disponibilité",
        "prerequisites": "Prérequis",
        "related": "Voir aussi",
        "video": "Vidéo",
        "details": "Détails",
    },
    "ar": {
        "note": "ملاحظة",
        "tip": "نصيحة",
        "important": "مهم",
        "warning": "تحذير",
        "caution": "تنبيه",
        "availability": "التوفر",
        "prerequisites": "المتطلبات",
        "related": "انظر أيضًا",
        "video": "فيديو",
        "details": "التفاصيل",
    },
    "de": {
        "note": "Hinweis",
        "tip": "Tipp",
        "important": "Wichtig",
        "warning": "Warnung",
        "caution": "Vorsicht",
        "availability": "Verfügbarkeit",
        "prerequisites": "Voraussetzungen",
        "related": "Siehe auch",
        "video": "Video",
        "details": "Details",
    },
    "es": {
        "note": "Nota",
        "tip": "Consejo",
        "important": "Importante",
        "warning": "Advertencia",
        "caution": "Precaución",
        "availability": "Disponibilidad",
        "prerequisites": "Requisitos previos",
        "related": "Véase también",
        "video": "Vídeo",
        "details": "Detalles",
    },
    "pt": {
        "note": "Nota",
        "tip": "Dica",
        "important": "Importante",
        "warning": "Aviso",
        "caution": "Cuidado",
        "availability": "Disponibilidade",
        "prerequisites": "Pré-requisitos",
        "related": "Veja também",
        "video": "Vídeo",
        "details": "Detalhes",
    },
    "ja": {
        "note": "メモ",
        "tip": "ヒント",
        "important": "重要",
        "warning": "警告",
        "caution": "注意",
        "availability": "提供状況",
        "prerequisites": "前提条件",
        "related": "関連項目",
        "video": "動画",
        "details": "詳細",
    },
    "zh": {
        "note": "注意",
        "tip": "提示",
        "important": "重要",
        "warning": "警告",
        "caution": "小心",
        "availability": "可用性",
        "prerequisites": "前提条件",
        "related": "另请参阅",
        "video": "视频",
        "details": "详细信息",
    },
}

LOOKS = frozenset({"note", "tip", "important", "warning", "caution"})


def kind_of(name: str) -> str | None:
    """Our kind for a name as written (`NOTE`, `danger`), or None when it is unknown."""
    return _KINDS.get(name.lower())


def look_of(kind: str) -> str:
    """The one of `LOOKS` that a kind is drawn as."""
    return _LOOKS.get(kind, kind)


def word(name: str, locale: str) -> str:
    """The word for a kind (or "video", "details") in the locale's language, else in English."""
    language = locale.replace("_", "-").split("-")[0].lower()
    return _TITLES.get(language, _TITLES["en"])[name]
