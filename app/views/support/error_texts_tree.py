"""What can be wrong with an edit of the classification's trees, as Portuguese sentences; joined in ``error_texts``."""

from __future__ import annotations

from typing import Final

TREE_TEXTS: Final[dict[str, str]] = {
    "axes_too_many": "Já são {limit} eixos, o máximo. Nada foi criado. Renomeie um que não usa mais.",
    "axis_exists": "Já existe o eixo “{name}”. Nada foi gravado. Escolha outro nome.",
    "axis_fixed": (
        "As respostas de “{name}” são fixas, porque os gráficos contam por elas. Nada mudou. "
        "Nome, cor e descrição podem ser editados."
    ),
    "axis_needed": "O Balcão precisa do eixo “{name}” para encerrar e orientar. Nada mudou. Ele pode ser renomeado.",
    "carrier_fixed": "O eixo “{name}” veio com o Balcão e fica com quem já o carrega. Nada mudou.",
    "carrier_unknown": "Escolha se o eixo é do atendimento ou do cliente. Nada foi gravado.",
    "color_invalid": "“{color}” não é uma cor. Nada foi gravado. Escolha uma das cores ou escreva como #2f6fdb.",
    "node_exists": "Já existe “{name}” nesse lugar. Nada foi gravado. Use outro nome ou junte os dois.",
    "parent_retired": "“{name}” está aposentado. Nada mudou. Traga esse item de volta antes de pôr outros nele.",
    "shortcut_invalid": "A tecla “{key}” não serve. Nada foi gravado. Use uma só letra ou um só número.",
    "shortcut_taken": "A tecla {key} já é de “{name}”. Nada foi gravado. Escolha outra ou libere aquela antes.",
    "tree_empty": "O arquivo está vazio. A árvore não mudou. Escolha um arquivo com pelo menos um item.",
    "tree_file_unreadable": (
        "Não foi possível ler {path}. A árvore não mudou. Feche o arquivo em outros programas e tente de novo."
    ),
    "tree_json_broken": (
        "O JSON está quebrado na linha {line}. A árvore não mudou. Exporte de novo no outro sistema ou use CSV."
    ),
    "tree_name_empty": "Falta o nome. Nada foi gravado. Escreva como a equipe conhece.",
    "tree_name_long": "O nome passa de {limit} letras. Nada foi gravado. Encurte e explique em “Quando usar”.",
    "tree_no_names": (
        "O arquivo não tem a coluna “nome” (colunas lidas: {columns}). A árvore não mudou. "
        "Dê o título “nome”, “caminho” ou “nível 1, nível 2…” às colunas e escolha o arquivo de novo."
    ),
    "tree_not_text": (
        "O arquivo não é CSV nem JSON. A árvore não mudou. Se for uma planilha, salve como CSV e escolha de novo."
    ),
    "tree_rows_wrong": "A linha {row} do arquivo tem um problema. A árvore não mudou. Corrija e escolha de novo.",
    "tree_text_long": "O texto passa de {limit} letras. Nada foi gravado. Encurte e tente de novo.",
    "tree_too_deep": "A árvore vai até {limit} níveis. Nada mudou. Escolha um lugar mais perto do topo.",
    "tree_too_large": (
        "A árvore passa de {limit} itens, mais do que alguém consegue escolher. Nada mudou. "
        "Divida o arquivo ou traga só os níveis de cima."
    ),
}
