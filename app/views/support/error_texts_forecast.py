"""What can be wrong with a forecast's wishes and the staffing's rules, as sentences; joined in ``error_texts``."""

from __future__ import annotations

from typing import Final

FORECAST_TEXTS: Final[dict[str, str]] = {
    "forecast_campaign_dates": (
        "A campanha termina antes de começar. A previsão continua como estava. Corrija as datas."
    ),
    "forecast_campaign_percent": (
        "O efeito da campanha precisa ficar entre {low} % e {high} %. A previsão continua como estava. "
        "Corrija a porcentagem."
    ),
    "forecast_campaigns_many": (
        "Cabem até {high} campanhas na simulação. A previsão continua como estava. Tire uma antes."
    ),
    "forecast_channel_percent": (
        "O volume do novo canal precisa ficar entre {low} % e {high} % do canal parecido. "
        "A previsão continua como estava. Corrija a porcentagem."
    ),
    "forecast_growth_percent": (
        "O crescimento por mês precisa ficar entre {low} % e {high} %. A previsão continua como estava. "
        "Corrija a porcentagem."
    ),
    "staffing_out_of_range": (
        "{field}: o valor precisa ficar entre {low} e {high}. Nada foi gravado. Corrija este campo."
    ),
}

FORECAST_WORDS: Final[dict[str, str]] = {
    "service_percent": "Nível de serviço (%)",
    "within_seconds": "Tempo de espera aceito (segundos)",
    "patience_seconds": "Paciência (segundos)",
    "occupancy_percent": "Ocupação máxima (%)",
    "shrinkage_percent": "Pausas e ausências (%)",
    "handling_seconds": "Tempo por resposta (segundos)",
    "concurrency": "Conversas ao mesmo tempo",
    "deferred_hours": "Prazo dos canais sem pressa (horas)",
    "active_percent": "Relacionamento ativo (%)",
    "served_percent": "Menções que pedem resposta (%)",
    "weekly_hours": "Horas por semana de cada pessoa",
    "least": "Mínimo de pessoas",
}
