"""How to get the key of each network, step by step."""

from __future__ import annotations

from typing import Final

from tests.help_pictures.forms import BACK, DOTS, form, typed
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
    said,
    secret,
)

_GOOGLE: Final = "console.cloud.google.com"
_META: Final = "developers.facebook.com"
NETWORKS: Final = (
    Picture(
        "meta-app",
        (
            browser(
                f"{_META}/apps",
                button("Criar app", 1),
                heading("Casos de uso"),
                check("Gerenciar tudo na sua Página", 2),
                check("Interagir com clientes no Messenger", 2),
                check("Gerenciar mensagens e conteúdo no Instagram", 2),
                button("Avançar", 3),
            ),
        ),
    ),
    Picture(
        "meta-rights",
        (
            browser(
                f"{_META}/tools/explorer",
                field("Aplicativo da Meta", "Balcão da Loja", 1),
                heading("Permissões"),
                check("pages_show_list, pages_read_engagement", 2),
                check("pages_read_user_content, pages_manage_engagement", 2),
                check("pages_messaging", 2),
                button("Gerar token de acesso", 3),
            ),
        ),
    ),
    Picture(
        "meta-long",
        (
            browser(
                f"{_META}/tools/debug/accesstoken",
                field("Token de acesso", "EAAB…", 1),
                row("Expira", "em 1 hora"),
                button("Estender token de acesso", 2),
                secret("Novo token", "EAAC…", 3),
            ),
        ),
    ),
    Picture(
        "meta-page",
        (
            browser(
                f"{_META}/tools/explorer",
                field("GET", "me/accounts?fields=name,access_token", 1),
                button("Enviar", 2),
                secret("id: o número da página", "112233445566778", 3),
                secret("access_token: a chave da página", "EAAD…", 4),
            ),
        ),
    ),
    Picture(
        "x-app",
        (
            browser(
                "console.x.com",
                button("Create App", 2),
                field("App name", "Balcão da Loja", 3),
                row("Credits", "US$ 25,00", 4),
                menu=(("Dashboard", 0), ("Apps", 1), ("Billing", 4)),
            ),
        ),
    ),
    Picture(
        "x-native",
        (
            browser(
                "console.x.com › User authentication settings",
                radio("Read and write and Direct message", 1),
                radio("Native App", 2),
                field("Callback URI / Redirect URL", BACK, 3),
                button("Save", 4),
                secret("OAuth 2.0 Client ID", "bG9qYS1iYWxjYW8…", 5),
            ),
        ),
    ),
    Picture(
        "x-form",
        (
            form(
                typed("client_id", "bG9qYS1iYWxjYW8…", 1),
                typed("daily_items", "200", 2),
                button("Entrar pelo navegador", 3),
                note("No navegador, entre com a conta da empresa e autorize.", 4),
            ),
        ),
    ),
    Picture(
        "youtube-api",
        (
            browser(
                f"{_GOOGLE}/apis/library",
                heading("YouTube Data API v3"),
                button("Ativar", 2),
                menu=(("APIs e serviços", 0), ("Biblioteca", 1), ("Credenciais", 0)),
            ),
        ),
    ),
    Picture(
        "youtube-key",
        (
            browser(
                f"{_GOOGLE}/apis/credentials",
                button("Criar credenciais", 2),
                row("Chave de API", "", 3),
                row("ID do cliente OAuth"),
                secret("Sua chave de API", "AIza…", 4),
                menu=(("Biblioteca", 0), ("Credenciais", 1)),
            ),
        ),
    ),
    Picture(
        "youtube-client",
        (
            browser(
                f"{_GOOGLE}/auth/clients",
                field("Tipo de aplicativo", "App para computador", 2),
                button("Criar", 3),
                secret("ID do cliente", "1234….apps.googleusercontent.com", 4),
                secret("Chave secreta do cliente", "GOCSPX-…", 4),
                menu=(("Marca", 0), ("Público-alvo", 0), ("Clientes", 1)),
            ),
        ),
    ),
    Picture(
        "youtube-form",
        (
            form(
                typed("channel_id", "UC…", 1),
                typed("client_id", "1234….apps.googleusercontent.com", 2),
                typed("client_secret", DOTS, 2),
                button("Entrar pelo navegador", 3),
            ),
        ),
    ),
    Picture(
        "mastodon-menu",
        (
            browser(
                "mastodon.social/settings/applications",
                heading("Seus aplicativos"),
                button("Novo aplicativo", 3),
                menu=(("Perfil", 0), ("Preferências", 1), ("Conta", 0), ("Desenvolvimento", 2)),
            ),
        ),
    ),
    Picture(
        "mastodon-app",
        (
            browser(
                "mastodon.social/settings/applications/new",
                field("Nome do aplicativo", "Balcão", 1),
                field("URI de redirecionamento", BACK, 2),
                check("read", 3),
                check("write", 3),
                button("Enviar", 4),
            ),
        ),
    ),
    Picture(
        "mastodon-token",
        (
            browser(
                "mastodon.social/settings/applications",
                row("Balcão", "read write", 1),
                secret("Seu token de acesso", "Zt9k…", 2),
            ),
        ),
    ),
    Picture(
        "bluesky-menu",
        (
            browser(
                "bsky.app/settings",
                heading("Privacidade e segurança"),
                row("Senhas de aplicativo", "", 3),
                row("Verificação por e-mail"),
                menu=(("Página inicial", 0), ("Configurações", 1), ("Privacidade", 2)),
            ),
        ),
    ),
    Picture(
        "bluesky-password",
        (
            browser(
                "bsky.app/settings/app-passwords",
                button("Adicionar senha de aplicativo", 1),
                field("Nome", "balcao", 2),
                check("Permitir acesso às mensagens diretas", 3),
                secret("Sua senha de aplicativo", "abcd-efgh-ijkl-mnop", 4),
            ),
        ),
    ),
    Picture(
        "telegram-new",
        (
            phone(
                "BotFather",
                said("/newbot", 1),
                heard("How are we going to call it?"),
                said("Atendimento da Loja", 2),
                heard("Now choose a username. It must end in bot."),
                said("loja_sac_bot", 3),
            ),
            phone(
                "BotFather",
                heard("Done! Use this token to access the HTTP API:"),
                secret("token", "123456:AAE…", 4),
                note("Toque na chave para copiar. Quem a tem fala pelo robô."),
            ),
        ),
    ),
    Picture(
        "telegram-groups",
        (
            phone(
                "BotFather",
                said("/setprivacy", 1),
                heard("Choose a bot."),
                said("@loja_sac_bot", 2),
                heard("Enable or Disable?"),
                said("Disable", 3),
            ),
            phone(
                "Grupo da loja",
                row("Remover do grupo", "", 4),
                row("Adicionar membro", "", 5),
                note("Saia e volte: só assim o robô passa a ver as mensagens do grupo."),
            ),
        ),
    ),
    Picture(
        "play-api",
        (
            browser(
                f"{_GOOGLE}/apis/library",
                heading("Google Play Android Developer API"),
                button("Ativar", 2),
                menu=(("APIs e serviços", 0), ("Biblioteca", 1), ("Credenciais", 0)),
            ),
        ),
    ),
    Picture(
        "play-key",
        (
            browser(
                f"{_GOOGLE}/iam-admin/serviceaccounts",
                button("Criar conta de serviço", 2),
                row("balcao@loja.iam.gserviceaccount.com", "", 3),
                row("Chaves › Adicionar chave › JSON", "", 4),
                menu=(("IAM", 0), ("Contas de serviço", 1)),
            ),
        ),
    ),
    Picture(
        "play-rights",
        (
            browser(
                "play.google.com/console",
                button("Convidar novos usuários", 2),
                field("E-mail", "balcao@loja.iam.gserviceaccount.com", 3),
                check("Ver informações do app", 4),
                check("Responder a avaliações", 4),
                menu=(("Todos os apps", 0), ("Usuários e permissões", 1)),
            ),
        ),
    ),
    Picture(
        "consumidor-site",
        (
            browser(
                "consumidor.gov.br",
                heading("Cadastro da empresa"),
                button("Editar", 2),
                check("Habilitar o acesso por API", 3),
                secret("Credenciais", "client id · código · segredo", 4),
                menu=(("Reclamações", 0), ("Cadastro", 1)),
            ),
        ),
    ),
    Picture(
        "consumidor-form",
        (
            form(
                typed("client_id", "loja-exemplo", 1),
                typed("code", DOTS, 1),
                typed("client_secret", DOTS, 1),
                typed("authorized_cpf", DOTS, 2),
                button("Testar", 3),
            ),
        ),
    ),
    Picture(
        "feeds-form",
        (
            browser("jornal.exemplo.com.br", heading("Economia"), row("RSS", "/economia/feed", 1)),
            form(field("Endereços, um por linha", "…com.br/economia/feed", 2), field("Termos", "Loja, Lojinha", 3)),
        ),
    ),
    Picture(
        "feeds-discourse",
        (
            browser(
                "forum.exemplo.com.br/admin/api/keys",
                button("Nova chave de API", 2),
                field("Descrição", "Balcão", 3),
                field("Nível de usuário", "Usuário único: loja_sac", 4),
                secret("Chave", "9f86d0…", 5),
                menu=(("Avançado", 0), ("Chaves de API", 1)),
            ),
        ),
    ),
)
