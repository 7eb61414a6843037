"""The channels page itself, e-mail, and what comes as a file, step by step."""

from __future__ import annotations

from typing import Final

from app.views.support.network_texts import choice_text
from tests.help_pictures.forms import DOTS, form, typed
from tests.help_pictures.parts import (
    Picture,
    browser,
    button,
    check,
    field,
    heading,
    heard,
    note,
    phone,
    radio,
    row,
    secret,
    window,
)

OWN: Final = (
    Picture(
        "channels-page",
        (
            window(
                "Configurações",
                button("Adicionar canal", 2),
                row("SAC por e-mail", "Funcionando · há 2 min"),
                row("Loja no Instagram", "Precisa de você · ontem", 3),
                row("Loja no Mastodon", "Pausado"),
                menu=(("Regras de entrada", 0), ("Canais", 1), ("Equipe", 0)),
            ),
        ),
    ),
    Picture(
        "channels-steps",
        (
            window("1 · Rede", row("E-mail"), row("Facebook"), row("Telegram", "", 1), button("Continuar")),
            window("2 · Conta", field("Nome", "Robô da loja", 2), field("Chave", DOTS), button("Testar", 3)),
            window("3 · Teste", check("Ler privado"), check("Responder"), radio("Só ouvir", 4), button("Adicionar", 5)),
        ),
    ),
    Picture(
        "email-two-steps",
        (
            browser(
                "myaccount.google.com",
                heading("Como você faz login no Google"),
                row("Verificação em duas etapas", "Ativada", 2),
                row("Senha"),
                menu=(("Início", 0), ("Informações pessoais", 0), ("Segurança", 1)),
            ),
        ),
    ),
    Picture(
        "email-app-password",
        (
            browser(
                "myaccount.google.com/apppasswords",
                heading("Senhas de app"),
                field("Nome do app", "Balcão", 1),
                button("Criar", 2),
                secret("Senha de app gerada", "abcd efgh ijkl mnop", 3),
            ),
        ),
    ),
    Picture(
        "email-form",
        (
            form(
                typed("provider", choice_text("gmail"), 1),
                typed("address", "sac@loja.com.br", 2),
                typed("password", DOTS, 3),
                button("Testar", 4),
            ),
        ),
    ),
    Picture(
        "email-microsoft-app",
        (
            browser(
                "entra.microsoft.com",
                heading("Novo registro"),
                field("Nome", "Balcão", 2),
                button("Registrar", 3),
                secret("ID do aplicativo (cliente)", "1a2b3c4d-…", 4),
                menu=(("Visão geral", 0), ("Usuários", 0), ("Registros de aplicativo", 1)),
            ),
        ),
    ),
    Picture(
        "email-microsoft-rights",
        (
            browser(
                "entra.microsoft.com › Balcão",
                row("Aplicativos móveis e de desktop", "http://127.0.0.1/balcao", 2),
                heading("Permissões delegadas"),
                check("IMAP.AccessAsUser.All", 3),
                check("SMTP.Send", 3),
                check("offline_access", 3),
                menu=(("Autenticação", 1), ("Permissões de API", 3), ("Manifesto", 0)),
            ),
        ),
    ),
    Picture(
        "email-other",
        (
            form(
                typed("provider", choice_text("other"), 1),
                typed("imap_host", "imap.provedor.com.br", 2),
                typed("smtp_host", "smtp.provedor.com.br", 3),
                typed("password", DOTS, 4),
            ),
        ),
    ),
    Picture(
        "whatsapp-android",
        (
            phone("Cliente", heard("Bom dia, meu pedido não chegou"), row("⋮ › Mais", "", 1)),
            phone("Cliente", row("Limpar conversa"), row("Exportar conversa", "", 2), row("Sem mídia", "", 3)),
        ),
    ),
    Picture(
        "whatsapp-iphone",
        (
            phone("Cliente", note("Toque no nome, no alto da conversa.", 1), heard("Bom dia")),
            phone("Dados do contato", row("Exportar conversa", "", 2), row("Sem mídia", "", 3)),
        ),
    ),
    Picture(
        "whatsapp-import",
        (
            window(
                "Importar",
                row("Conversa com Cliente.zip", "Conversa do WhatsApp", 1),
                field("Quem somos nós na conversa", "SAC da Loja", 2),
                button("Importar", 3),
            ),
        ),
    ),
)
