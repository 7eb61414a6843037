"""The quoted mail and the signature go, what the customer wrote stays: programs and languages one by one."""

from __future__ import annotations

import json
import os
import re
import time
from pathlib import Path

import pytest

from app.models.domain.mail_reply import ReplyParts, parts_of, visible_text

REAL = Path(os.environ.get("BALCAO_REAL_DATA", Path(__file__).parents[3].parent / "shared" / "data"))
SAID = "Boa tarde,\n\nO secador ainda não chegou.\nPodem verificar?"
OURS = "Olá, Maria!\nRecebemos o seu contato. Protocolo 20250303-000017.\nEquipe de Atendimento"


def marked(text: str) -> str:
    """Quote as plain-text programs do."""
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


GMAIL = "Em seg., 3 de mar. de 2025 às 10:12, SAC Lojas Aurora <sac@aurora.example> escreveu:"
OUTLOOK = (
    "De: SAC Lojas Aurora <sac@aurora.example>\nEnviada em: segunda-feira, 3 de março de 2025 10:12\n"
    "Para: Maria Souza <maria@correio.example>\nAssunto: Re: Pedido 4410\n\n"
)
ENDINGS = {
    "gmail_pt": f"{GMAIL}\n\n{marked(OURS)}",
    "gmail_pt_wrapped": "Em seg., 3 de mar. de 2025 às 10:12, SAC Lojas Aurora <\nsac@aurora.example> escreveu:\n\n"
    + marked(OURS),
    "gmail_pt_early": "Em seg., 3 de mar. de 2025 às\n10:12, SAC Lojas Aurora\n<sac@aurora.example>\nescreveu:\n"
    + marked(OURS),
    "gmail_pt_html": f"{GMAIL}\n{OURS}",
    "gmail_old_pt": f"2025-03-03 10:12 GMT-03:00 SAC Lojas Aurora <sac@aurora.example>:\n\n{marked(OURS)}",
    "gmail_old_pt_html": f"2025-03-03 10:12 GMT-03:00 SAC Lojas Aurora <sac@aurora.example>:\n{OURS}",
    "gmail_portugal": "SAC Lojas Aurora <sac@aurora.example> escreveu no dia segunda, 3/03/2025 à(s) 10:12:\n\n"
    + marked(OURS),
    "gmail_es": f"El lun, 3 mar 2025 a las 10:12, SAC Aurora (<sac@aurora.example>) escribió:\n\n{marked(OURS)}",
    "gmail_en": f"On Mon, Mar 3, 2025 at 10:12 AM SAC Aurora <sac@aurora.example> wrote:\n\n{marked(OURS)}",
    "gmail_fr": f"Le lun. 3 mars 2025 à 10:12, SAC Aurora <sac@aurora.example> a écrit :\n{OURS}",
    "android_gmail": f"seg., 3 de mar. de 2025 10:12, SAC Aurora <sac@aurora.example> escreveu:\n\n{OURS}",
    "iphone_pt": "Enviado do meu iPhone\n\n> Em 3 de mar. de 2025, à(s) 10:12, S <sac@aurora.example> escreveu:\n> \n"
    + marked(OURS),
    "iphone_pt_dia": "Enviado do meu iPhone\n\nNo dia 3 de mar. de 2025, às 10:12, S <sac@aurora.example> escreveu:\n\n"
    + OURS,
    "iphone_en": f"Sent from my iPhone\n\n> On Mar 3, 2025, at 10:12 AM, S <sac@aurora.example> wrote:\n{marked(OURS)}",
    "iphone_es": f"Enviado desde mi iPhone\n\nEl 3 mar 2025, a las 10:12, SAC <sac@aurora.example> escribió:\n\n{OURS}",
    "thunderbird_pt": f"Em 03/03/2025 10:12, SAC Lojas Aurora escreveu:\n{marked(OURS)}",
    "thunderbird_pt_html": f"Em 03/03/2025 10:12, SAC Lojas Aurora escreveu:\n{OURS}",
    "thunderbird_portugal": f"Às 10:12 de 03/03/2025, SAC Lojas Aurora escreveu:\n{marked(OURS)}",
    "thunderbird_es": f"El 03/03/2025 a las 10:12, SAC Aurora escribió:\n{marked(OURS)}",
    "thunderbird_de": f"Am 03.03.25 um 10:12 schrieb SAC Aurora:\n{marked(OURS)}",
    "outlook_pt": OUTLOOK + OURS,
    "outlook_pt_line": f"{'_' * 32}\n{OUTLOOK}{OURS}",
    "outlook_pt_original": f"-----Mensagem original-----\n{OUTLOOK}{OURS}",
    "outlook_en_original": f"-----Original Message-----\nFrom: SAC\nSent: Monday\nTo: Maria\nSubject: Re: x\n\n{OURS}",
    "outlook_es": "De: SAC <sac@aurora.example>\nEnviado: lunes, 3 de marzo de 2025 10:12\nPara: Maria\nAsunto: RE: x\n"
    + OURS,
    "outlook_html_rows": OUTLOOK.replace("\n", "\n\n") + OURS,
    "outlook_bold": "*De:* SAC <sac@aurora.example>\n*Enviado:* segunda-feira\n*Para:* Maria\n*Assunto:* Re: x\n\n"
    + OURS,
    "outlook_mobile": f"Obter o Outlook para iOS<https://aka.ms/o0ukef>\n{'_' * 32}\n{OUTLOOK}{OURS}",
    "outlook_android": f"Enviado do Outlook para Android\n\n{'_' * 32}\n{OUTLOOK}{OURS}",
    "windows_mail": f"Enviado do Email para Windows 10\n\n{OUTLOOK}{OURS}",
    "yahoo_pt": "Em segunda-feira, 3 de março de 2025 10:12:00 BRT, SAC Aurora\n<sac@aurora.example> escreveu:\n\n"
    + OURS,
    "yahoo_es": f"El lunes, 3 de marzo de 2025, 10:12:00 GMT-3, SAC <sac@aurora.example> escribió:\n\n{OURS}",
    "yahoo_android": "Enviado do Yahoo Mail no Android\n\n  Em seg., 3 de mar. de 2025 às 10:12, S<sac@aurora.example>"
    f" escreveu:   {OURS}\n".replace("   ", "\n"),
    "samsung": "Enviado do meu smartphone Samsung Galaxy.\n\n-------- Mensagem original --------\nDe: S <s@a.example>\n"
    f"Data: 03/03/2025 10:12 (GMT-03:00)\nPara: maria@correio.example\nAssunto: Re: Pedido\n\n{OURS}",
    "apple_header": f"De: SAC <sac@aurora.example>\nData: 3 de março\nPara: Maria\n\n{OURS}",
    "zoho": f"---- Em seg, 03 mar 2025 10:12:00 -0300 SAC <sac@aurora.example> escreveu ----\n\n{OURS}",
    "desk_line": f"##- Por favor, responda acima desta linha -##\n\n{OURS}",
    "bare_quotes": marked(OURS),
    "delimiter": "-- \nMaria Souza\n(11) 5555-0100",
    "closing_pt": "Atenciosamente,\n\nMaria Souza\nAnalista de compras\n(11) 5555-0100",
    "closing_es": "Saludos cordiales,\nMaría Souza",
    "closing_en": "Kind regards,\nMary Souza",
    "legal_pt": "Esta mensagem e seus anexos são confidenciais e destinam-se apenas ao destinatário indicado.\n"
    "Se você a recebeu por engano, apague-a; é proibido usar o seu conteúdo.",
    "legal_en": "This e-mail and its attachments are confidential and intended for the recipient. If you received\n"
    "it in error please delete it; any unauthorised use is prohibited.",
    "print": "Antes de imprimir pense no meio ambiente.",
    "scanner": "Livre de vírus.www.avast.com <https://www.avast.com/sig-email>",
    "list": f"{'_' * 47}\nlista@exemplo.example mailing list\nhttps://exemplo.example/listinfo/lista",
    "all_of_them": "Atenciosamente,\nMaria Souza\n\nEnviado do meu iPhone\n\n"
    f"{GMAIL}\n\n{marked(OURS)}\n\n-- \nMaria Souza\n\nLivre de vírus. www.avast.com",
}


@pytest.mark.parametrize("ending", ENDINGS.values(), ids=list(ENDINGS))
def test_only_what_was_written_now_stays(ending: str) -> None:
    parts = parts_of(f"{SAID}\n\n{ending}\n")
    assert parts.visible == SAID
    lines = [line.rstrip() for line in f"{SAID}\n{ending}".split("\n") if line.strip()]
    told = [line for part in (parts.visible, parts.quoted, parts.signature) for line in part.split("\n") if line]
    assert sorted(told) == sorted(lines), "no line is lost"


def test_parts_are_told_apart() -> None:
    parts = parts_of(f"{SAID}\n\n-- \nMaria Souza\n\n{GMAIL}\n\n{marked(OURS)}")
    assert parts == ReplyParts(SAID, f"{GMAIL}\n{marked(OURS)}", "--\nMaria Souza")


KEPT = {
    "plain": SAID,
    "story_with_verb": "No dia 3 de março o gerente escreveu:\n\n'Vamos trocar o produto.'\n\nE não trocou.",
    "story_with_time": "Em 03/03/2025 às 10:12 o atendente João me escreveu:\nhoje sai a troca\ne nada.",
    "trip": "Minha viagem:\nDe: São Paulo\nPara: Recife\nData: 03/03/2025\nO voo foi cancelado.",
    "quote_of_mine": "Perguntei:\n> cadê?\nE ninguém respondeu.",
    "delimiter_in_line": "Comprei -- e paguei -- ontem.",
    "closing_with_order": "Quero a troca.\n\nAtenciosamente,\nMaria Souza\nPedido 4410",
    "closing_with_question": "Quero a troca.\n\nAtt,\nMaria\nQuando vem?",
    "closing_with_text": "Atenciosamente é como vocês não atendem.",
    "closing_then_much": "Quero a troca.\n\nAbraços\n"
    + "Comprei no dia três e paguei à vista, em dinheiro, na loja do centro da cidade de Recife.",
    "list_of_things": "Faltou na caixa:\n\n-Geladeira",
    "dashes_of_a_list": "Faltou:\n- Tampa\n\n-Copo",
    "sent_from": "Enviado do meu escritório, com urgência, na semana passada.",
    "long_after_dashes": "Resumo\n--\n" + "\n".join(f"Item {number} com defeito de fábrica." for number in range(20)),
    "long_line_after_dashes": "Resumo\n--\n" + "defeito-" * 200 + "\nfim",
    "quote_then_dashes_twice": "Um\n--\nDois\n> três\nQuatro",
    "forwarded": f"Vejam o que recebi:\n\n---------- Mensagem encaminhada ---------\n{OUTLOOK}{OURS}",
    "forwarded_apple": f"Segue.\n\nInício da mensagem encaminhada:\n\n{marked(OUTLOOK + OURS)}",
    "long_colon_line": "x" * 500 + ":",
    "verb_without_date": "Ela escreveu:\nnão volto mais.",
    "confidential_only_a_bit": "Esta mensagem é confidencial: o gerente me ofendeu.",
    "only_notice": ENDINGS["legal_pt"],
    "sender_twice": "De: loja\nDe: novo\nAssunto: x",
    "address_no_date": "Contato <maria@correio.example>:\nnão responde.",
    "label": "Remetente: loja\num\ndois\ntrês\nquatro\ncinco\nAssunto: nada\nPara: y",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=list(KEPT))
def test_what_a_customer_wrote_is_never_taken_for_a_mark(text: str) -> None:
    assert parts_of(text) == ReplyParts(text)


def test_answers_between_the_quotes_keep_them() -> None:
    text = f"{GMAIL}\n\n> Qual o pedido?\n\n4410\n\n> E a cor?\n\nAzul.\n\n> Obrigado\n> Equipe\n"
    parts = parts_of(text)
    assert parts.visible == f"{GMAIL}\n\n> Qual o pedido?\n\n4410\n\n> E a cor?\n\nAzul."
    assert parts.quoted == "> Obrigado\n> Equipe"


def test_an_answer_below_the_quote_stands_alone() -> None:
    parts = parts_of(f"{GMAIL}\n\n{marked(OURS)}\n\nO pedido é 4410.\n")
    assert parts.visible == "O pedido é 4410."
    assert parts.quoted.startswith("Em seg.")


@pytest.mark.parametrize(
    "text",
    ["Enviado do meu iPhone", marked(OURS), f"{GMAIL}\n\n{marked(OURS)}", OUTLOOK + OURS, f"{GMAIL}\n{OURS}"],
)
def test_a_mail_without_anything_new_stays_whole(text: str) -> None:
    assert parts_of(f"\n{text}\n") == ReplyParts(text)


def test_a_subject_of_forwarding_keeps_the_whole() -> None:
    text = f"Segue a reclamação da cliente.\n\n{OUTLOOK}{OURS}"
    assert visible_text(text, subject="ENC: Pedido 4410") == text
    assert visible_text(text, subject="Re: Pedido 4410") == "Segue a reclamação da cliente."


def test_a_name_below_a_dash_is_a_signature() -> None:
    assert parts_of("Cadê o pedido?\n\n-Maria Souza\n") == ReplyParts("Cadê o pedido?", "", "-Maria Souza")


def test_empty_and_odd_line_ends() -> None:
    assert parts_of("") == ReplyParts("")
    assert visible_text("um\r\ndois\rtrês \xa0\r\n> quatro") == "um\ndois\ntrês"


HOSTILE = {
    "blanks": " " * 1_000_000,
    "colons": "Em 1 de jan escreveu:\n" * 45_000,
    "colon_lines": ("Em 1 " + "a" * 380 + "@ escreveu:\n") * 2_500,
    "headers": "De: a\nPara: b\nDe: c\n" * 50_000,
    "dates": "Data: 1\nPara: 2\nCc: 3\n" * 45_000,
    "quotes": "> a\nb\n" * 160_000,
    "deep": ">" * 1_000_000,
    "mobiles": "Enviado do meu iPhone\n" * 45_000,
    "almost_mobiles": "x\n" + ("Enviado do meu " + "a b " * 90 + "?\n") * 2_700,
    "dashes": "--\n" * 330_000,
    "dividers": ("-" * 390 + "x\n") * 2_500,
    "closings": "Att,\n" * 200_000,
    "footers": ("aviso legal\n\n") * 75_000,
    "brackets": ("a" + "<b" * 190 + ":\n") * 2_600,
    "one_line": "Em 3 de mar. de 2025 às 10:12, a@b escreveu: " * 22_000,
    "attributions": "Em 3 de mar. de 2025 às 10:12, a@b escreveu:\n> x\n" * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_a_megabyte_of_rubbish_takes_no_time(text: str) -> None:
    started = time.process_time()
    parts_of(text)
    assert time.process_time() - started < 5


def _fits(mode: str, value: str, visible: str) -> bool:
    if mode == "matches":
        return re.search(value, visible) is not None
    if mode in {"contains", "absent"}:
        return (value in visible) is (mode == "contains")
    return visible.strip() == value.strip()


def test_real_replies_agree() -> None:
    file = REAL / "mail" / "mail_reply.jsonl"
    if not file.exists():
        pytest.skip("the real mail samples are not beside the checkout")
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    wrong = [
        row["id"] for row in rows if not _fits(row["expect"]["mode"], row["expect"]["value"], visible_text(row["text"]))
    ]
    assert not wrong
