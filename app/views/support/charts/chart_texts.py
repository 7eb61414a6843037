"""What each chart is called, what exactly it counts, and what has to be known beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.models.domain.chart import ChartKey

if TYPE_CHECKING:
    from app.models.domain.chart import ChartData


def chart_title(key: ChartKey) -> str:
    """Return the name of a chart."""
    return {
        ChartKey.VOLUME_DAY: _tr("Volume por dia"),
        ChartKey.VOLUME_MONTH: _tr("Volume por mês"),
        ChartKey.SERVED_WHOLE: _tr("Atendíveis e o buzz inteiro"),
        ChartKey.HOURS: _tr("Horário nobre"),
        ChartKey.CLOCK: _tr("Relógio de 24 horas"),
        ChartKey.WEEKDAYS: _tr("Dias da semana"),
        ChartKey.HEAT: _tr("Dia da semana e hora"),
        ChartKey.CHANNELS: _tr("Canais"),
        ChartKey.SENTIMENT_SHARE: _tr("Sentimento"),
        ChartKey.SENTIMENT_TIME: _tr("Sentimento ao longo do tempo"),
        ChartKey.SENTIMENT_SUBJECT: _tr("Sentimento por assunto"),
        ChartKey.PERSONAS: _tr("Personas"),
        ChartKey.PERSONA_MATRIX: _tr("Volume × sentimento por persona"),
        ChartKey.ENGAGEMENT_MATRIX: _tr("Engajamento × sentimento"),
        ChartKey.SUBJECTS: _tr("Assuntos"),
        ChartKey.PROFILES: _tr("Perfil do público"),
        ChartKey.NATURES: _tr("Natureza"),
        ChartKey.FRONTS: _tr("Frentes"),
        ChartKey.PERSONS_MONTH: _tr("Pessoas por mês"),
        ChartKey.FIRST_RESPONSE: _tr("1ª resposta"),
        ChartKey.RESOLUTION: _tr("Resolução"),
        ChartKey.IN_TIME: _tr("No prazo"),
        ChartKey.BACKLOG: _tr("Fila aberta"),
        ChartKey.REOPENED: _tr("Reabertos"),
        ChartKey.SATISFACTION: _tr("Satisfação"),
        ChartKey.BY_PERSON: _tr("Por atendente"),
        ChartKey.BY_AREA: _tr("Por área"),
        ChartKey.LEVELS: _tr("1º nível e encaminhados"),
        ChartKey.LEVELS_SUBJECT: _tr("Níveis por assunto"),
        ChartKey.PROMISES: _tr("Promessas"),
        ChartKey.SILENCE: _tr("Silêncio com o cliente"),
        ChartKey.CRISIS_LIMITS: _tr("Crises no limite"),
        ChartKey.CRISIS_VOLUME: _tr("Menções de crise"),
        ChartKey.OWN_REACH: _tr("Alcance do que publicamos"),
        ChartKey.INDICATORS: _tr("Indicadores do negócio por mês"),
        ChartKey.SENSITIVITY: _tr("Sensibilidade crítica"),
    }[key]


def chart_definition(key: ChartKey) -> str:
    """Return in one sentence what a chart counts: mentions, cases, persons or posts."""
    return (_what_comes_in() | _who_and_what() | _service() | _crisis_and_business())[key]


def chart_notes(data: ChartData) -> str:
    """Return the remarks on how a chart was counted, "" when there is none."""
    words = {
        "from_rows": _tr("Contado linha a linha, por causa dos filtros."),
        "estimated": _tr("Estimado a partir de faixas de tempo; a diferença fica abaixo de 5 %."),
        "all_channels": _tr("Vale para todos os canais juntos."),
        "whole_months": _tr("Conta os meses inteiros do calendário."),
        "filter_ignored": _tr("Parte dos filtros não se aplica a este gráfico."),
    }
    return " ".join(words[note] for note in data.notes if note in words)


def _what_comes_in() -> dict[ChartKey, str]:
    return {
        ChartKey.VOLUME_DAY: _tr("Menções recebidas a cada dia e as que viraram atendimento."),
        ChartKey.VOLUME_MONTH: _tr("Menções recebidas a cada mês e as que viraram atendimento."),
        ChartKey.SERVED_WHOLE: _tr("Todas as menções, pelo que foi feito de cada uma."),
        ChartKey.HOURS: _tr("Menções por hora do dia, no fuso do negócio."),
        ChartKey.CLOCK: _tr("Menções por hora do dia, meia-noite no alto."),
        ChartKey.WEEKDAYS: _tr("Menções por dia da semana."),
        ChartKey.HEAT: _tr("Menções por dia da semana e hora."),
        ChartKey.CHANNELS: _tr("Menções por canal: recebidas e em atendimento."),
        ChartKey.SENTIMENT_SHARE: _tr("Menções por sentimento, sugerido ou confirmado."),
        ChartKey.SENTIMENT_TIME: _tr("Menções por sentimento ao longo do período."),
        ChartKey.SENTIMENT_SUBJECT: _tr("Menções em atendimento, por assunto e sentimento."),
        ChartKey.OWN_REACH: _tr("O que voltou das nossas respostas e publicações, pelo dia em que saíram."),
    }


def _who_and_what() -> dict[ChartKey, str]:
    return {
        ChartKey.PERSONAS: _tr("Atendimentos abertos, pela persona de quem falou."),
        ChartKey.PERSONA_MATRIX: _tr("Menções por persona; o tamanho diz quantas, a altura diz o sentimento."),
        ChartKey.ENGAGEMENT_MATRIX: _tr(
            "Assuntos por engajamento e sentimento: onde pôr o esforço. O tamanho diz quantas menções."
        ),
        ChartKey.SUBJECTS: _tr("Atendimentos por macroassunto; um clique mostra as variáveis."),
        ChartKey.PROFILES: _tr("Atendimentos abertos, pelo perfil de quem falou."),
        ChartKey.NATURES: _tr("Atendimentos abertos, por natureza."),
        ChartKey.FRONTS: _tr("Atendimentos abertos, por frente."),
        ChartKey.PERSONS_MONTH: _tr("Pessoas diferentes que falaram em cada mês do calendário."),
    }


def _service() -> dict[ChartKey, str]:
    return {
        ChartKey.FIRST_RESPONSE: _tr("Tempo até a 1ª resposta dos atendimentos: mediana e o limite de 9 em cada 10."),
        ChartKey.RESOLUTION: _tr("Tempo até resolver os atendimentos: mediana e o limite de 9 em cada 10."),
        ChartKey.IN_TIME: _tr("Parte dos atendimentos respondidos e resolvidos dentro do prazo."),
        ChartKey.BACKLOG: _tr("Atendimentos em aberto no fim de cada dia, e os abertos e encerrados nele."),
        ChartKey.REOPENED: _tr("Atendimentos abertos no período que depois foram reabertos."),
        ChartKey.SATISFACTION: _tr("Nota média dos atendimentos avaliados pelos clientes."),
        ChartKey.BY_PERSON: _tr("Atendimentos por responsável: respondidos no prazo, com atraso e encerrados."),
        ChartKey.BY_AREA: _tr("Atendimentos por área: resolvidos no prazo, com atraso e encaminhados."),
        ChartKey.LEVELS: _tr("Atendimentos encerrados, por nível, e os abertos que foram encaminhados."),
        ChartKey.LEVELS_SUBJECT: _tr("Atendimentos abertos por assunto: nível que os encerrou e encaminhados."),
        ChartKey.PROMISES: _tr("Atendimentos com promessa para cada dia: cumprida, não cumprida ou em aberto."),
        ChartKey.SILENCE: _tr("Atendimentos abertos agora cujo cliente está há tempo demais sem notícia, por área."),
    }


def _crisis_and_business() -> dict[ChartKey, str]:
    return {
        ChartKey.CRISIS_LIMITS: _tr("Menções de crise por nível: identificadas e respondidas dentro do limite ou não."),
        ChartKey.CRISIS_VOLUME: _tr("Menções de crise ao longo do período, por nível."),
        ChartKey.INDICATORS: _tr("Atendimentos por mês nos macroassuntos que o negócio acompanha."),
        ChartKey.SENSITIVITY: _tr(
            "Assuntos pelo peso: menções vezes a parte negativa. Os do alto pedem ação primeiro."
        ),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("chart_texts", text)
