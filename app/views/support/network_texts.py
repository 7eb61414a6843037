"""Each network in words: its name, sign, what it takes to connect, its fields, and why something is not possible."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication


def _tr(text: str) -> str:
    return QCoreApplication.translate("network_texts", text)


def network_text(key: str) -> str:
    """Return the name of a network by its channel's key."""
    return _networks().get(key, (key, "", ""))[0]


def network_icon(key: str) -> str:
    """Return the sign of a network."""
    return _networks().get(key, ("", "world", ""))[1]


def network_hint(key: str) -> str:
    """Return what it takes to connect an account."""
    return _networks().get(key, ("", "", ""))[2]


def field_text(key: str) -> str:
    """Return the label of a form's field by its key; a key that nobody has named is shown as it is."""
    return _fields().get(key, (key, ""))[0]


def field_hint(key: str) -> str:
    """Return a few words that explain a field, an empty text where its name says all."""
    return _fields().get(key, ("", ""))[1]


def choice_text(value: str) -> str:
    """Return the words of a choice; a value that nobody has named is shown as it is."""
    return _choices().get(value, value)


def reason_text(code: str) -> str:
    """Return why an ability is there only in part or not at all, an empty text without a reason."""
    return _reasons().get(code, "") if code else ""


def known_reasons() -> frozenset[str]:
    """Return the codes of reasons that have a sentence."""
    return frozenset(_reasons())


def known_fields() -> frozenset[str]:
    """Return the keys of fields that have a name."""
    return frozenset(_fields())


def known_choices() -> frozenset[str]:
    """Return the values of choices that have a name."""
    return frozenset(_choices())


def known_networks() -> frozenset[str]:
    """Return the keys of networks that have a name."""
    return frozenset(_networks())


def _networks() -> Mapping[str, tuple[str, str, str]]:
    return {
        "email": (_tr("E-mail"), "mail", _tr("O endereço do SAC, com senha de aplicativo ou entrada pelo navegador.")),
        "facebook": ("Facebook", "brand-facebook", _tr("A página da empresa: comentários, publicações e mensagens.")),
        "instagram": (
            "Instagram",
            "brand-instagram",
            _tr("A conta profissional ligada a uma página do Facebook: comentários, marcações e mensagens."),
        ),
        "x": (
            "X",
            "brand-x",
            _tr("A conta da empresa, com chave própria. A rede cobra por uso; há um limite por dia."),
        ),
        "youtube": ("YouTube", "brand-youtube", _tr("Comentários dos vídeos do canal, com chave do Google.")),
        "mastodon": ("Mastodon", "brand-mastodon", _tr("Menções, buscas e mensagens em qualquer servidor.")),
        "bluesky": ("Bluesky", "brand-bluesky", _tr("Menções, buscas e conversas, com senha de aplicativo.")),
        "telegram": ("Telegram", "brand-telegram", _tr("O robô da empresa, criado com o BotFather.")),
        "google_play": ("Google Play", "star", _tr("Avaliações do aplicativo, com a chave de uma conta de serviço.")),
        "consumidor_gov": ("Consumidor.gov.br", "shield-check", _tr("Reclamações do portal, com prazo de 10 dias.")),
        "rss": (_tr("Notícias (RSS)"), "rss", _tr("Endereços de notícias; só o que cita a marca entra.")),
        "blog": (_tr("Blogs"), "note", _tr("Endereços de blogs; só o que cita a marca entra.")),
        "forum": (_tr("Fórum"), "messages", _tr("Fóruns Discourse: mensagens novas, buscas e respostas.")),
    }


def _fields() -> Mapping[str, tuple[str, str]]:
    return {}


def _choices() -> Mapping[str, str]:
    return {}


def _reasons() -> Mapping[str, str]:
    return {}
