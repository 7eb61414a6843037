"""Where to find a setting by the words a person has for it; pages are found also by what is on them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.models.domain.words import fold


def _tr(text: str) -> str:
    return QCoreApplication.translate("search_index", text)


def setting_words() -> tuple[tuple[str, str], ...]:
    """Return (page id, words) of everything that can be looked for in the settings."""
    return (
        ("look", _tr("Tema claro, escuro ou contraste")),
        ("look", _tr("Tamanho da letra")),
        ("look", _tr("Som dos avisos")),
        ("look", _tr("Verificar ortografia")),
        ("keys", _tr("Mudar teclas e atalhos")),
        ("channels", _tr("Conectar e-mail, Instagram, Facebook, X e outras redes")),
        ("channels", _tr("Senhas e chaves das contas")),
        ("channels", _tr("Termos de busca, só ouvir, pausar um canal")),
        ("tree", _tr("Assuntos, naturezas e outros eixos da classificação")),
        ("tree", _tr("Trazer árvore pronta de banco, varejo, telefonia ou loja virtual")),
        ("tree", _tr("Importar ou exportar a árvore em CSV")),
        ("hours", _tr("Horário de atendimento, almoço e turnos")),
        ("hours", _tr("Feriados nacionais, estaduais e municipais")),
        ("hours", _tr("Aviso público do horário para a bio")),
        ("hours", _tr("Resposta automática fora do horário")),
        ("hours", _tr("Fuso horário")),
        ("targets", _tr("Prazo da primeira resposta e da solução (SLA)")),
        ("targets", _tr("Prazos da lei: decreto do SAC, comércio eletrônico, LGPD")),
        ("matrix", _tr("Palavras de perigo e níveis de crise")),
        ("matrix", _tr("Testar um texto na matriz de crises")),
        ("matrix", _tr("Alerta de volume fora do comum")),
        ("situations", _tr("Ação recomendada por situação")),
        ("situations", _tr("Temas que recebem uma só resposta ou nenhuma")),
        ("situations", _tr("Aprovação de respostas públicas por outra pessoa")),
        ("policy", _tr("Missão, visão e valores")),
        ("policy", _tr("Quem responde cada assunto: SAC ou Marketing")),
        ("persona", _tr("Traços e tom da marca por natureza")),
        ("persona", _tr("Figura e nome da persona")),
        ("templates", _tr("Modelos de resposta e suas chaves")),
        ("articles", _tr("Materiais de apoio e respostas guardadas")),
        ("areas", _tr("Áreas, representantes e prazo de resposta")),
        ("areas", _tr("Rotas: VIP, reclamação repetida, assunto e área")),
        ("areas", _tr("Fluxo do atendimento e Ouvidoria")),
        ("rules", _tr("Regras que mandam menções para Monitorar")),
        ("rule_file", _tr("Levar ou trazer todas as regras em um arquivo")),
        ("rule_changes", _tr("Quem mudou o quê nas regras")),
        ("people", _tr("Pessoas da equipe e perfis")),
        ("database", _tr("Cópia, verificação e lugar do banco de dados")),
    )


def find_settings(text: str) -> list[tuple[str, str]]:
    """Return the (page id, words) in which every typed word begins a word, accents and case aside."""
    wanted = fold(text).split()
    return [
        (page, words)
        for page, words in setting_words()
        if wanted and all(f" {each}" in " " + fold(words).replace("(", "").replace(":", "") for each in wanted)
    ]
