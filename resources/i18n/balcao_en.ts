<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="pt_BR">
    <context>
        <name>AbilitiesDialog</name>
        <message>
            <source>Fechar</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>O que cada rede permite</source>
            <translation>What each network allows</translation>
        </message>
        <message>
            <source>Rede</source>
            <translation>Network</translation>
        </message>
        <message>
            <source>Redes e o que elas permitem</source>
            <translation>Networks and what they allow</translation>
        </message>
        <message>
            <source>Tudo o que o Balcão faz funciona nesta rede.</source>
            <translation>Everything Balcão does works on this network.</translation>
        </message>
    </context>
    <context>
        <name>AccountDialog</name>
        <message>
            <source>Adicionar</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>Adicionar canal</source>
            <translation>Add channel</translation>
        </message>
        <message>
            <source>Cancelar</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Como conseguir a chave</source>
            <translation>How to get the key</translation>
        </message>
        <message>
            <source>Conta</source>
            <translation>Account</translation>
        </message>
        <message>
            <source>Continuar</source>
            <translation>Continue</translation>
        </message>
        <message>
            <source>Editar conta</source>
            <translation>Edit account</translation>
        </message>
        <message>
            <source>Entrar em {network}</source>
            <translation>Sign in to {network}</translation>
        </message>
        <message>
            <source>Entrar pelo navegador</source>
            <translation>Sign in with the browser</translation>
        </message>
        <message>
            <source>Esperando o navegador…</source>
            <translation>Waiting for the browser…</translation>
        </message>
        <message>
            <source>Gravando…</source>
            <translation>Saving…</translation>
        </message>
        <message>
            <source>O acesso não foi dado. Volte ao Balcão.</source>
            <translation>Access wasn't granted. Go back to Balcão.</translation>
        </message>
        <message>
            <source>Perguntando à rede…</source>
            <translation>Asking the network…</translation>
        </message>
        <message>
            <source>Pronto. Pode voltar ao Balcão.</source>
            <translation>All done. You can go back to Balcão.</translation>
        </message>
        <message>
            <source>Rede</source>
            <translation>Network</translation>
        </message>
        <message>
            <source>Salvar</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Testar</source>
            <translation>Test</translation>
        </message>
        <message>
            <source>Teste</source>
            <translation>Test</translation>
        </message>
        <message>
            <source>Voltar</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>AccountFields</name>
        <message>
            <source>Acesso recebido do navegador. Agora é só testar.</source>
            <translation>Access received from the browser. Now just test it.</translation>
        </message>
        <message>
            <source>Deixe a senha ou chave em branco para manter a que está guardada.</source>
            <translation>Leave the password or key blank to keep the saved one.</translation>
        </message>
        <message>
            <source>Mostrar opções avançadas</source>
            <translation>Show advanced options</translation>
        </message>
        <message>
            <source>Nome da conta para a equipe</source>
            <translation>Account name for the team</translation>
        </message>
        <message>
            <source>{field} (opcional)</source>
            <translation>{field} (optional)</translation>
        </message>
    </context>
    <context>
        <name>AccountPanel</name>
        <message>
            <source>A primeira leitura começa em instantes.</source>
            <translation>The first reading starts in a moment.</translation>
        </message>
        <message>
            <source>Aposentar</source>
            <translation>Retire</translation>
        </message>
        <message>
            <source>Com qualquer destes termos</source>
            <translation>With any of these terms</translation>
        </message>
        <message>
            <source>Conferência com a rede</source>
            <translation>Check against the network</translation>
        </message>
        <message>
            <source>Continuar</source>
            <translation>Continue</translation>
        </message>
        <message>
            <source>Custo estimado: US$ {today} hoje · US$ {month} em 30 dias</source>
            <translation>Estimated cost: US$ {today} today · US$ {month} over 30 days</translation>
        </message>
        <message>
            <source>Editar</source>
            <translation>Edit</translation>
        </message>
        <message>
            <source>Esta conta foi aposentada. O que ela trouxe continua no Balcão.</source>
            <translation>This account has been retired. What it brought in stays in Balcão.</translation>
        </message>
        <message>
            <source>Hoje: itens {items}, consultas {calls} · Em 30 dias: itens {month}, consultas {month_calls}</source>
            <translation>Today: items {items}, requests {calls} · In 30 days: items {month}, requests {month_calls}</translation>
        </message>
        <message>
            <source>Lida por: {name}</source>
            <translation>Read by: {name}</translation>
        </message>
        <message>
            <source>Nada chegou há mais tempo do que o comum para esta hora da semana. Confira na própria rede.</source>
            <translation>Nothing has arrived for longer than usual at this time of the week. Check on the network itself.</translation>
        </message>
        <message>
            <source>Nenhum dia conferido ainda. A conferência roda uma vez por dia.</source>
            <translation>No days checked yet. The check runs once a day.</translation>
        </message>
        <message>
            <source>Nenhuma conta escolhida</source>
            <translation>No account chosen</translation>
        </message>
        <message>
            <source>O que buscar além do que chega direto</source>
            <translation>What to search for beyond what arrives directly</translation>
        </message>
        <message>
            <source>O que se ouviu aqui</source>
            <translation>What was heard here</translation>
        </message>
        <message>
            <source>Ouve e responde</source>
            <translation>Listens and replies</translation>
        </message>
        <message>
            <source>Pausada por uma pessoa: nada é lido nem enviado até continuar.</source>
            <translation>Paused by a person: nothing is read or sent until resumed.</translation>
        </message>
        <message>
            <source>Pausar</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Próxima tentativa às {time}.</source>
            <translation>Next try at {time}.</translation>
        </message>
        <message>
            <source>Responder também</source>
            <translation>Reply as well</translation>
        </message>
        <message>
            <source>Sem estes termos</source>
            <translation>Without these terms</translation>
        </message>
        <message>
            <source>Só nestes idiomas</source>
            <translation>Only in these languages</translation>
        </message>
        <message>
            <source>Só ouve</source>
            <translation>Listens only</translation>
        </message>
        <message>
            <source>Só ouvir</source>
            <translation>Listen only</translation>
        </message>
        <message>
            <source>Testar</source>
            <translation>Test</translation>
        </message>
        <message>
            <source>Tudo certo.</source>
            <translation>All good.</translation>
        </message>
        <message>
            <source>nenhum ainda</source>
            <translation>none yet</translation>
        </message>
        <message>
            <source>nomes da marca e dos produtos, também com erros de digitação, separados por vírgula</source>
            <translation>brand and product names, including misspellings, separated by commas</translation>
        </message>
        <message>
            <source>o que só tem o mesmo nome</source>
            <translation>things that merely share the name</translation>
        </message>
        <message>
            <source>pt, es, en</source>
            <translation>pt, es, en</translation>
        </message>
        <message>
            <source>{day}: {n} na rede, todos no Balcão</source>
            <translation>{day}: {n} on the network, all in Balcão</translation>
        </message>
        <message>
            <source>{day}: {n} na rede, {mine} no Balcão; o dia está sendo lido de novo</source>
            <translation>{day}: {n} on the network, {mine} in Balcão; the day is being read again</translation>
        </message>
        <message>
            <source>Último item: {when}</source>
            <translation>Last item: {when}</translation>
        </message>
    </context>
    <context>
        <name>ActDialog</name>
        <message>
            <source>A rede informa: {told}.</source>
            <translation>The network reports: {told}.</translation>
        </message>
        <message>
            <source>Canal</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Canal e quando</source>
            <translation>Channel and when</translation>
        </message>
        <message>
            <source>Escreva o que foi publicado ou respondido.</source>
            <translation>Write what was published or answered.</translation>
        </message>
        <message>
            <source>Nenhuma</source>
            <translation>None</translation>
        </message>
        <message>
            <source>Nenhuma conhecida neste canal</source>
            <translation>None known on this channel</translation>
        </message>
        <message>
            <source>No que deu</source>
            <translation>What came of it</translation>
        </message>
        <message>
            <source>O que fizemos</source>
            <translation>What we did</translation>
        </message>
        <message>
            <source>O que fizemos e no que deu</source>
            <translation>What we did and what came of it</translation>
        </message>
        <message>
            <source>O que publicamos ou respondemos</source>
            <translation>What we published or answered</translation>
        </message>
        <message>
            <source>O que veio disso</source>
            <translation>What came of it</translation>
        </message>
        <message>
            <source>Os números que a rede informa valem mais que os digitados.</source>
            <translation>The numbers the network reports count over the typed ones.</translation>
        </message>
        <message>
            <source>Publicação nossa</source>
            <translation>Our post</translation>
        </message>
        <message>
            <source>Quando</source>
            <translation>When</translation>
        </message>
        <message>
            <source>Tipo</source>
            <translation>Type</translation>
        </message>
    </context>
    <context>
        <name>ActPanel</name>
        <message>
            <source>Cancelar</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Cancelar (Esc)</source>
            <translation>Cancel (Esc)</translation>
        </message>
    </context>
    <context>
        <name>AdoptDialog</name>
        <message>
            <source>Adotar</source>
            <translation>Adopt</translation>
        </message>
        <message>
            <source>Adotar uma árvore pronta</source>
            <translation>Adopt a ready-made tree</translation>
        </message>
        <message>
            <source>Marcar tudo</source>
            <translation>Mark all</translation>
        </message>
        <message>
            <source>Marque os ramos que servem. O que a equipe já tem fica como está.</source>
            <translation>Mark the branches that suit you. What the team already has stays as it is.</translation>
        </message>
        <message>
            <source>Ramos da árvore pronta</source>
            <translation>Branches of the ready-made tree</translation>
        </message>
        <message>
            <source>Árvore</source>
            <translation>Tree</translation>
        </message>
    </context>
    <context>
        <name>AdviceSection</name>
        <message>
            <source>AÇÃO RECOMENDADA</source>
            <translation>RECOMMENDED ACTION</translation>
        </message>
        <message>
            <source>Usar este modelo na resposta</source>
            <translation>Use this template in the reply</translation>
        </message>
        <message>
            <source>Usar o modelo {name}</source>
            <translation>Use the template {name}</translation>
        </message>
    </context>
    <context>
        <name>AfterSection</name>
        <message>
            <source>Data do pós-atendimento</source>
            <translation>Follow-up date</translation>
        </message>
        <message>
            <source>Marcar data</source>
            <translation>Set date</translation>
        </message>
        <message>
            <source>Para o cliente, está resolvido</source>
            <translation>For the customer it is resolved</translation>
        </message>
        <message>
            <source>PÓS-ATENDIMENTO</source>
            <translation>FOLLOW-UP</translation>
        </message>
        <message>
            <source>Satisfação</source>
            <translation>Satisfaction</translation>
        </message>
        <message>
            <source>Satisfação, de 1 a 5</source>
            <translation>Satisfaction, from 1 to 5</translation>
        </message>
        <message>
            <source>Tirar data</source>
            <translation>Remove date</translation>
        </message>
    </context>
    <context>
        <name>AlertBanner</name>
        <message>
            <source>Abrir sala</source>
            <translation>Open room</translation>
        </message>
        <message>
            <source>Assumir</source>
            <translation>Take</translation>
        </message>
        <message>
            <source>Estou ciente</source>
            <translation>I have seen it</translation>
        </message>
        <message>
            <source>Ir para a sala</source>
            <translation>Go to the room</translation>
        </message>
        <message>
            <source>Ver</source>
            <translation>See</translation>
        </message>
        <message>
            <source>Ver mais {n} alertas</source>
            <translation>See {n} more alerts</translation>
        </message>
        <message>
            <source>mais {n}</source>
            <translation>{n} more</translation>
        </message>
    </context>
    <context>
        <name>AlertPanel</name>
        <message>
            <source>Abrir sala de crise</source>
            <translation>Open crisis room</translation>
        </message>
        <message>
            <source>Alerta escolhido</source>
            <translation>Chosen alert</translation>
        </message>
        <message>
            <source>Assumir</source>
            <translation>Take</translation>
        </message>
        <message>
            <source>Ir para a sala</source>
            <translation>Go to the room</translation>
        </message>
        <message>
            <source>Marcar como visto</source>
            <translation>Mark as seen</translation>
        </message>
        <message>
            <source>O alerta escolhido aparece aqui: o porquê, quem assumiu e quem já viu.</source>
            <translation>The alert you choose shows here: why, who took it and who has seen it.</translation>
        </message>
        <message>
            <source>Ver a menção</source>
            <translation>See the mention</translation>
        </message>
        <message>
            <source>Ver o atendimento</source>
            <translation>See the case</translation>
        </message>
        <message>
            <source>apareceu às {time}</source>
            <translation>appeared at {time}</translation>
        </message>
        <message>
            <source>visto às {time}</source>
            <translation>seen at {time}</translation>
        </message>
    </context>
    <context>
        <name>AlertsPage</name>
        <message>
            <source>Abrir sala do alerta</source>
            <translation>Open the room of the alert</translation>
        </message>
        <message>
            <source>Alertas</source>
            <translation>Alerts</translation>
        </message>
        <message>
            <source>Assumir o alerta</source>
            <translation>Take the alert</translation>
        </message>
        <message>
            <source>Crises avisam todas as estações, mesmo minimizado e fora do horário.</source>
            <translation>Crises alert every workstation, even when minimised and outside opening hours.</translation>
        </message>
        <message>
            <source>Marcar alerta como visto</source>
            <translation>Mark alert as seen</translation>
        </message>
        <message>
            <source>Marcar todos como vistos</source>
            <translation>Mark all as seen</translation>
        </message>
        <message>
            <source>Nenhum alerta ainda. Quando houver uma crise, ela aparece aqui e em todas as estações.</source>
            <translation>No alerts yet. When there is a crisis, it shows here and on every workstation.</translation>
        </message>
        <message>
            <source>Sem avisos fora de crise das</source>
            <translation>No alerts other than crises from</translation>
        </message>
        <message>
            <source>Silêncio a partir de</source>
            <translation>Quiet from</translation>
        </message>
        <message>
            <source>Silêncio até</source>
            <translation>Quiet until</translation>
        </message>
        <message>
            <source>novo</source>
            <translation>new</translation>
        </message>
        <message>
            <source>às</source>
            <translation>to</translation>
        </message>
    </context>
    <context>
        <name>AnswersPanel</name>
        <message>
            <source>Balcão</source>
            <translation>Counter</translation>
        </message>
        <message>
            <source>Nada foi respondido ainda nos atendimentos desta sala.</source>
            <translation>Nothing has been answered yet in the cases of this room.</translation>
        </message>
        <message>
            <source>O que foi respondido</source>
            <translation>What was answered</translation>
        </message>
        <message>
            <source>enviada</source>
            <translation>sent</translation>
        </message>
        <message>
            <source>esperando</source>
            <translation>waiting</translation>
        </message>
        <message>
            <source>não foi</source>
            <translation>not sent</translation>
        </message>
        <message>
            <source>privada</source>
            <translation>private</translation>
        </message>
        <message>
            <source>pública</source>
            <translation>public</translation>
        </message>
        <message>
            <source>verificar envio</source>
            <translation>check sending</translation>
        </message>
    </context>
    <context>
        <name>AppearancePage</name>
        <message>
            <source>Alto contraste</source>
            <translation>High contrast</translation>
        </message>
        <message>
            <source>Aparência</source>
            <translation>Appearance</translation>
        </message>
        <message>
            <source>Claro</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>Como o sistema</source>
            <translation>As the system</translation>
        </message>
        <message>
            <source>Confortável</source>
            <translation>Comfortable</translation>
        </message>
        <message>
            <source>Cores</source>
            <translation>Colours</translation>
        </message>
        <message>
            <source>Densa</source>
            <translation>Dense</translation>
        </message>
        <message>
            <source>Escrita</source>
            <translation>Writing</translation>
        </message>
        <message>
            <source>Escuro</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>Idioma</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Listas</source>
            <translation>Lists</translation>
        </message>
        <message>
            <source>O idioma muda quando o Balcão for aberto de novo.</source>
            <translation>The language changes when Balcão is next opened.</translation>
        </message>
        <message>
            <source>Som</source>
            <translation>Sound</translation>
        </message>
        <message>
            <source>Tamanho da letra</source>
            <translation>Text size</translation>
        </message>
        <message>
            <source>Tocar um som quando houver crise</source>
            <translation>Play a sound when there is a crisis</translation>
        </message>
        <message>
            <source>Vale só para esta estação; os colegas não são afetados.</source>
            <translation>Only for this workstation; colleagues are not affected.</translation>
        </message>
        <message>
            <source>Verificar ortografia ao escrever</source>
            <translation>Check spelling while writing</translation>
        </message>
    </context>
    <context>
        <name>AreasPage</name>
        <message>
            <source>Fluxo</source>
            <translation>Flow</translation>
        </message>
        <message>
            <source>Quem responde no 2º nível, em quanto tempo, e o que vai direto para lá.</source>
            <translation>Who answers on the 2nd level, how soon, and what goes straight there.</translation>
        </message>
        <message>
            <source>Rotas</source>
            <translation>Routes</translation>
        </message>
        <message>
            <source>Áreas</source>
            <translation>Areas</translation>
        </message>
        <message>
            <source>Áreas e fluxos</source>
            <translation>Areas and flows</translation>
        </message>
        <message>
            <source>Áreas, rotas e fluxo</source>
            <translation>Areas, routes and flow</translation>
        </message>
    </context>
    <context>
        <name>AreasPanel</name>
        <message>
            <source>Abertos</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Aposentar</source>
            <translation>Retire</translation>
        </message>
        <message>
            <source>As áreas da matriz são avisadas ao abrir a sala; Comunicação / RP, em toda crise.</source>
            <translation>The areas in the matrix are alerted when the room opens; Communications / PR, in every crisis.</translation>
        </message>
        <message>
            <source>Avisar a área</source>
            <translation>Alert the area</translation>
        </message>
        <message>
            <source>Cliente sem notícia no máximo, em horas de expediente</source>
            <translation>Longest time without news for the customer, in opening hours</translation>
        </message>
        <message>
            <source>Contato</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>Descer</source>
            <translation>Move down</translation>
        </message>
        <message>
            <source>Descer na ordem (Alt+seta para baixo na tabela)</source>
            <translation>Move down in the order (Alt+down arrow in the table)</translation>
        </message>
        <message>
            <source>Expediente</source>
            <translation>Opening hours</translation>
        </message>
        <message>
            <source>Horário da equipe</source>
            <translation>Team hours</translation>
        </message>
        <message>
            <source>Incluir área</source>
            <translation>Add area</translation>
        </message>
        <message>
            <source>Nenhuma área cadastrada.</source>
            <translation>No areas registered.</translation>
        </message>
        <message>
            <source>Nome</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Nome da área nova</source>
            <translation>Name of the new area</translation>
        </message>
        <message>
            <source>Pessoas</source>
            <translation>People</translation>
        </message>
        <message>
            <source>Prazo para responder, em horas de expediente</source>
            <translation>Deadline to answer, in opening hours</translation>
        </message>
        <message>
            <source>Registrar confirmação</source>
            <translation>Record confirmation</translation>
        </message>
        <message>
            <source>Responde em</source>
            <translation>Answers in</translation>
        </message>
        <message>
            <source>Subir</source>
            <translation>Move up</translation>
        </message>
        <message>
            <source>Subir na ordem (Alt+seta para cima na tabela)</source>
            <translation>Move up in the order (Alt+up arrow in the table)</translation>
        </message>
        <message>
            <source>Tornar última instância</source>
            <translation>Make it the last resort</translation>
        </message>
        <message>
            <source>Trazer de volta</source>
            <translation>Bring back</translation>
        </message>
        <message>
            <source>avisada</source>
            <translation>alerted</translation>
        </message>
        <message>
            <source>confirmou</source>
            <translation>confirmed</translation>
        </message>
        <message>
            <source>ninguém cadastrado no Balcão</source>
            <translation>nobody registered in Balcão</translation>
        </message>
        <message>
            <source>não avisada</source>
            <translation>not alerted</translation>
        </message>
        <message>
            <source>ramal, e-mail ou grupo</source>
            <translation>extension, e-mail or group</translation>
        </message>
        <message>
            <source>sem contato cadastrado</source>
            <translation>no contact registered</translation>
        </message>
        <message>
            <source>{h} h</source>
            <translation>{h} h</translation>
        </message>
        <message>
            <source>Área</source>
            <translation>Area</translation>
        </message>
        <message>
            <source>Áreas</source>
            <translation>Areas</translation>
        </message>
        <message>
            <source>Áreas da empresa</source>
            <translation>Company areas</translation>
        </message>
    </context>
    <context>
        <name>ArticlePick</name>
        <message>
            <source>Materiais de apoio</source>
            <translation>Support materials</translation>
        </message>
        <message>
            <source>Nenhum material ainda. Guarde uma boa resposta com “Guardar como material”.</source>
            <translation>No support material yet. Keep a good reply with “Keep as support material”.</translation>
        </message>
        <message>
            <source>Nenhum material com estas palavras.</source>
            <translation>No material with these words.</translation>
        </message>
        <message>
            <source>Procure por palavras do assunto</source>
            <translation>Search by words of the subject</translation>
        </message>
        <message>
            <source>Resposta guardada em Materiais de apoio</source>
            <translation>Answer kept in Support materials</translation>
        </message>
    </context>
    <context>
        <name>ArticlesPage</name>
        <message>
            <source>Aposentar</source>
            <translation>Retire</translation>
        </message>
        <message>
            <source>Buscar nos materiais</source>
            <translation>Search the materials</translation>
        </message>
        <message>
            <source>Escreva aqui a resposta que a equipe pode usar.</source>
            <translation>Write here the answer the team can use.</translation>
        </message>
        <message>
            <source>Materiais</source>
            <translation>Materials</translation>
        </message>
        <message>
            <source>Materiais de apoio</source>
            <translation>Support materials</translation>
        </message>
        <message>
            <source>Material novo</source>
            <translation>New material</translation>
        </message>
        <message>
            <source>Mostrar aposentados</source>
            <translation>Show retired</translation>
        </message>
        <message>
            <source>Natureza</source>
            <translation>Nature</translation>
        </message>
        <message>
            <source>Nenhum material ainda. Uma boa resposta pública também vira material com um clique.</source>
            <translation>No materials yet. A good public answer also becomes material with one click.</translation>
        </message>
        <message>
            <source>Novo</source>
            <translation>New</translation>
        </message>
        <message>
            <source>Nunca usado</source>
            <translation>Never used</translation>
        </message>
        <message>
            <source>O que a equipe já descobriu: procure ao responder e use de novo.</source>
            <translation>What the team has already found out: search while answering and use it again.</translation>
        </message>
        <message>
            <source>Situação</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Texto</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Todas</source>
            <translation>All</translation>
        </message>
        <message>
            <source>Trazer de volta</source>
            <translation>Bring back</translation>
        </message>
        <message>
            <source>Título</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>Usado 1 vez</source>
            <translation>Used once</translation>
        </message>
        <message>
            <source>Usado {n} vezes</source>
            <translation>Used {n} times</translation>
        </message>
        <message>
            <source>Usos</source>
            <translation>Uses</translation>
        </message>
        <message>
            <source>aposentado</source>
            <translation>retired</translation>
        </message>
        <message>
            <source>mudado {when}</source>
            <translation>changed {when}</translation>
        </message>
        <message>
            <source>veio de uma resposta</source>
            <translation>came from an answer</translation>
        </message>
    </context>
    <context>
        <name>AxesSection</name>
        <message>
            <source>CLASSIFICAÇÃO</source>
            <translation>CLASSIFICATION</translation>
        </message>
        <message>
            <source>Clique ou tecle C para classificar</source>
            <translation>Click or press C to classify</translation>
        </message>
        <message>
            <source>Confirma de uma vez tudo o que está sugerido: Shift+C</source>
            <translation>Confirms everything that is suggested at once: Shift+C</translation>
        </message>
        <message>
            <source>Confirmar sugestões</source>
            <translation>Confirm suggestions</translation>
        </message>
        <message>
            <source>Sugestão: {path}</source>
            <translation>Suggestion: {path}</translation>
        </message>
        <message>
            <source>Sugestão: {path}. Enter confirma, clique ou tecle C para mudar.</source>
            <translation>Suggestion: {path}. Enter confirms, click or press C to change.</translation>
        </message>
        <message>
            <source>falta preencher</source>
            <translation>to be filled in</translation>
        </message>
        <message>
            <source>{hint} O que mais contou: {words}.</source>
            <translation>{hint} What counted most: {words}.</translation>
        </message>
        <message>
            <source>{path}: clique ou tecle C para mudar</source>
            <translation>{path}: click or press C to change</translation>
        </message>
    </context>
    <context>
        <name>AxisBar</name>
        <message>
            <source>+ Novo eixo</source>
            <translation>+ New axis</translation>
        </message>
        <message>
            <source>Aposentar eixo</source>
            <translation>Retire axis</translation>
        </message>
        <message>
            <source>Editar eixo…</source>
            <translation>Edit axis…</translation>
        </message>
        <message>
            <source>Editar, ordenar ou aposentar este eixo</source>
            <translation>Edit, sort or retire this axis</translation>
        </message>
        <message>
            <source>Eixo {name}</source>
            <translation>Axis {name}</translation>
        </message>
        <message>
            <source>Eixos</source>
            <translation>Axes</translation>
        </message>
        <message>
            <source>Mover para a direita</source>
            <translation>Move right</translation>
        </message>
        <message>
            <source>Mover para a esquerda</source>
            <translation>Move left</translation>
        </message>
        <message>
            <source>Trazer o eixo de volta</source>
            <translation>Bring the axis back</translation>
        </message>
        <message>
            <source>{name} (aposentado)</source>
            <translation>{name} (retired)</translation>
        </message>
    </context>
    <context>
        <name>AxisDialog</name>
        <message>
            <source>Criar eixo</source>
            <translation>Create axis</translation>
        </message>
        <message>
            <source>Editar eixo</source>
            <translation>Edit axis</translation>
        </message>
        <message>
            <source>Escreva o nome do eixo.</source>
            <translation>Write the name of the axis.</translation>
        </message>
        <message>
            <source>Nome</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Novo eixo</source>
            <translation>New axis</translation>
        </message>
        <message>
            <source>Quem carrega a resposta</source>
            <translation>What carries the answer</translation>
        </message>
        <message>
            <source>Salvar</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Um eixo é uma pergunta feita a cada atendimento, com a sua própria árvore de respostas.</source>
            <translation>An axis is a question asked of every case, with its own tree of answers.</translation>
        </message>
    </context>
    <context>
        <name>AxisPanel</name>
        <message>
            <source>Linha: o que as pessoas disseram. Coluna: o que o Balcão teria dito.</source>
            <translation>Row: what people said. Column: what Balcão would have said.</translation>
        </message>
        <message>
            <source>Outros</source>
            <translation>Others</translation>
        </message>
        <message>
            <source>Pessoas disseram</source>
            <translation>People said</translation>
        </message>
        <message>
            <source>Qualidade das sugestões</source>
            <translation>Quality of the suggestions</translation>
        </message>
        <message>
            <source>Sugerir este eixo nos atendimentos</source>
            <translation>Suggest this axis in cases</translation>
        </message>
        <message>
            <source>Tabela de confusão</source>
            <translation>Confusion table</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>Total</translation>
        </message>
    </context>
    <context>
        <name>BoardPage</name>
        <message>
            <source>Desenho SVG (*.svg)</source>
            <translation>SVG drawing (*.svg)</translation>
        </message>
        <message>
            <source>Gráficos</source>
            <translation>Charts</translation>
        </message>
        <message>
            <source>Imagem PNG (*.png)</source>
            <translation>PNG image (*.png)</translation>
        </message>
        <message>
            <source>Importar arquivo</source>
            <translation>Import file</translation>
        </message>
        <message>
            <source>Nada com estes filtros nestes dias.</source>
            <translation>Nothing with these filters on these days.</translation>
        </message>
        <message>
            <source>Nenhuma menção neste período. Escolha outros dias ou importe um arquivo.</source>
            <translation>No mention in this period. Choose other days or import a file.</translation>
        </message>
        <message>
            <source>Planilha (*.xlsx)</source>
            <translation>Spreadsheet (*.xlsx)</translation>
        </message>
        <message>
            <source>Salvar {title}</source>
            <translation>Save {title}</translation>
        </message>
        <message>
            <source>Salvo em {name}</source>
            <translation>Saved in {name}</translation>
        </message>
        <message>
            <source>Só o seu trabalho.</source>
            <translation>Only your own work.</translation>
        </message>
        <message>
            <source>Tabela CSV (*.csv)</source>
            <translation>CSV table (*.csv)</translation>
        </message>
        <message>
            <source>Tirar os filtros</source>
            <translation>Remove the filters</translation>
        </message>
    </context>
    <context>
        <name>BugDialog</name>
        <message>
            <source>Algo deu errado no Balcão</source>
            <translation>Something went wrong in Balcão</translation>
        </message>
        <message>
            <source>Continuar</source>
            <translation>Continue</translation>
        </message>
        <message>
            <source>Copiado</source>
            <translation>Copied</translation>
        </message>
        <message>
            <source>Copiar detalhes</source>
            <translation>Copy details</translation>
        </message>
        <message>
            <source>Detalhes do erro</source>
            <translation>Error details</translation>
        </message>
        <message>
            <source>O que já estava salvo continua salvo e você pode seguir trabalhando. Para ajudar a corrigir, copie os detalhes e envie a quem cuida do sistema: eles não levam dados de clientes.</source>
            <translation>What was saved is still saved and you can go on working. To help fix it, copy the details and send them to whoever looks after the system: they carry no customer data.</translation>
        </message>
    </context>
    <context>
        <name>BurstForm</name>
        <message>
            <source> delas</source>
            <translation> of them</translation>
        </message>
        <message>
            <source> desvios</source>
            <translation> deviations</translation>
        </message>
        <message>
            <source> menções</source>
            <translation> mentions</translation>
        </message>
        <message>
            <source> pontos</source>
            <translation> points</translation>
        </message>
        <message>
            <source> semanas</source>
            <translation> weeks</translation>
        </message>
        <message>
            <source> vezes o comum</source>
            <translation> times the usual</translation>
        </message>
        <message>
            <source>Avisar quando uma hora sai do comum</source>
            <translation>Alert when an hour is out of the ordinary</translation>
        </message>
        <message>
            <source>Com movimento em pelo menos</source>
            <translation>With activity in at least</translation>
        </message>
        <message>
            <source>Comparar com a mesma hora de</source>
            <translation>Compare with the same hour of</translation>
        </message>
        <message>
            <source>Negativas: pelo menos</source>
            <translation>Negative: at least</translation>
        </message>
        <message>
            <source>Pico fora do comum</source>
            <translation>Unusual burst</translation>
        </message>
        <message>
            <source>Salvar o pico</source>
            <translation>Save the burst</translation>
        </message>
        <message>
            <source>Volume: pelo menos</source>
            <translation>Volume: at least</translation>
        </message>
        <message>
            <source>desvios acima do comum</source>
            <translation>deviations above the usual</translation>
        </message>
        <message>
            <source>e</source>
            <translation>and</translation>
        </message>
        <message>
            <source>e acima do comum por</source>
            <translation>and above the usual by</translation>
        </message>
        <message>
            <source>menções na hora, no mínimo</source>
            <translation>mentions in the hour, at least</translation>
        </message>
        <message>
            <source>negativas na hora, no mínimo</source>
            <translation>negative ones in the hour, at least</translation>
        </message>
        <message>
            <source>pontos a mais de negativas</source>
            <translation>more points of negative ones</translation>
        </message>
        <message>
            <source>semanas com movimento, no mínimo</source>
            <translation>weeks with activity, at least</translation>
        </message>
        <message>
            <source>semanas comparadas</source>
            <translation>weeks compared</translation>
        </message>
        <message>
            <source>vezes o comum</source>
            <translation>times the usual</translation>
        </message>
    </context>
    <context>
        <name>CardPanel</name>
        <message>
            <source>Buscar cliente</source>
            <translation>Find customer</translation>
        </message>
        <message>
            <source>Cadastro, perfis e uniões</source>
            <translation>Data, handles and merges</translation>
        </message>
        <message>
            <source>Clientes VIP têm prazos próprios e aparecem com estrela</source>
            <translation>VIP customers have targets of their own and show a star</translation>
        </message>
        <message>
            <source>Escolha um cliente na lista ou busque pelo nome, CPF, telefone, e-mail ou protocolo.</source>
            <translation>Choose a customer in the list, or search by name, CPF, phone, e-mail or protocol.</translation>
        </message>
        <message>
            <source>Marcar VIP</source>
            <translation>Mark VIP</translation>
        </message>
        <message>
            <source>Tirar VIP</source>
            <translation>Unmark VIP</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>VIP</translation>
        </message>
    </context>
    <context>
        <name>CaseActs</name>
        <message>
            <source>Anular</source>
            <translation>Void</translation>
        </message>
        <message>
            <source>Anular: o protocolo fica gasto e as mensagens voltam para A triar</source>
            <translation>Void: the protocol stays spent and the messages go back to To triage</translation>
        </message>
        <message>
            <source>Levar</source>
            <translation>Take it</translation>
        </message>
        <message>
            <source>Levar à Ouvidoria</source>
            <translation>Take to the Ombudsman</translation>
        </message>
        <message>
            <source>O que a área respondeu</source>
            <translation>What the area answered</translation>
        </message>
        <message>
            <source>O que o cliente contesta</source>
            <translation>What the customer disputes</translation>
        </message>
        <message>
            <source>Por que foi aberto por engano (opcional)</source>
            <translation>Why it was opened by mistake (optional)</translation>
        </message>
        <message>
            <source>Por que reabre, em poucas palavras</source>
            <translation>Why it reopens, in a few words</translation>
        </message>
        <message>
            <source>Reabrir</source>
            <translation>Reopen</translation>
        </message>
        <message>
            <source>Reabrir com o mesmo protocolo</source>
            <translation>Reopen with the same protocol</translation>
        </message>
        <message>
            <source>Registrar</source>
            <translation>Record</translation>
        </message>
        <message>
            <source>Resposta da área</source>
            <translation>Answer of the area</translation>
        </message>
    </context>
    <context>
        <name>CaseBulk</name>
        <message>
            <source>{n} não puderam ser mudados: veja cada um</source>
            <translation>{n} could not be changed: look at each one</translation>
        </message>
    </context>
    <context>
        <name>CaseHeader</name>
        <message>
            <source>Aguarda {area}</source>
            <translation>Waits for {area}</translation>
        </message>
        <message>
            <source>Atendimento sem título</source>
            <translation>Untitled case</translation>
        </message>
        <message>
            <source>Crise nível {level}</source>
            <translation>Crisis level {level}</translation>
        </message>
        <message>
            <source>Grave</source>
            <translation>Grave</translation>
        </message>
        <message>
            <source>Mais ações deste atendimento</source>
            <translation>More actions on this case</translation>
        </message>
        <message>
            <source>Protocolo</source>
            <translation>Protocol</translation>
        </message>
        <message>
            <source>Protocolo copiado</source>
            <translation>Protocol copied</translation>
        </message>
        <message>
            <source>Próximo passo:</source>
            <translation>Next step:</translation>
        </message>
        <message>
            <source>Próximo passo: {what}</source>
            <translation>Next step: {what}</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>VIP</translation>
        </message>
        <message>
            <source>aberto {when}</source>
            <translation>opened {when}</translation>
        </message>
        <message>
            <source>abrir o protocolo {number}</source>
            <translation>open protocol {number}</translation>
        </message>
        <message>
            <source>com você</source>
            <translation>with you</translation>
        </message>
        <message>
            <source>com {name}</source>
            <translation>with {name}</translation>
        </message>
        <message>
            <source>comentário público</source>
            <translation>public comment</translation>
        </message>
        <message>
            <source>explicar este prazo</source>
            <translation>explain this deadline</translation>
        </message>
        <message>
            <source>mensagem privada</source>
            <translation>private message</translation>
        </message>
        <message>
            <source>reaberto {count}×</source>
            <translation>reopened {count}×</translation>
        </message>
        <message>
            <source>sem dono</source>
            <translation>unowned</translation>
        </message>
        <message>
            <source>{names} está escrevendo…</source>
            <translation>{names} is writing…</translation>
        </message>
        <message>
            <source>{names} estão escrevendo…</source>
            <translation>{names} are writing…</translation>
        </message>
        <message>
            <source>{names} também está neste atendimento</source>
            <translation>{names} is in this case too</translation>
        </message>
        <message>
            <source>{names} também estão neste atendimento</source>
            <translation>{names} are in this case too</translation>
        </message>
    </context>
    <context>
        <name>CasePane</name>
        <message>
            <source>Atendimento</source>
            <translation>Case</translation>
        </message>
        <message>
            <source>Escolha um atendimento na lista.</source>
            <translation>Choose a case in the list.</translation>
        </message>
        <message>
            <source>Tentar de novo</source>
            <translation>Try again</translation>
        </message>
    </context>
    <context>
        <name>CasePicks</name>
        <message>
            <source>Atribuir a quem?</source>
            <translation>Assign to whom?</translation>
        </message>
        <message>
            <source>Modelos de resposta</source>
            <translation>Reply templates</translation>
        </message>
        <message>
            <source>Nenhum atendimento tem este protocolo.</source>
            <translation>No case has this protocol.</translation>
        </message>
        <message>
            <source>Os dois são do mesmo cliente. Você também pode colar um protocolo e teclar Enter.</source>
            <translation>Both belong to the same customer. You can also paste a protocol and press Enter.</translation>
        </message>
        <message>
            <source>Posição aprovada: {room}</source>
            <translation>Approved position: {room}</translation>
        </message>
        <message>
            <source>Unir qual atendimento a este?</source>
            <translation>Merge which case into this one?</translation>
        </message>
    </context>
    <context>
        <name>CaseWindow</name>
        <message>
            <source>Atendimento</source>
            <translation>Case</translation>
        </message>
    </context>
    <context>
        <name>CaseZones</name>
        <message>
            <source>Conversa</source>
            <translation>Conversation</translation>
        </message>
        <message>
            <source>Informações</source>
            <translation>Information</translation>
        </message>
        <message>
            <source>Partes do atendimento</source>
            <translation>Parts of the case</translation>
        </message>
    </context>
    <context>
        <name>ChangesPage</name>
        <message>
            <source>(não havia)</source>
            <translation>(was not there)</translation>
        </message>
        <message>
            <source>(saiu)</source>
            <translation>(removed)</translation>
        </message>
        <message>
            <source>Antes</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>Balcão</source>
            <translation>Counter</translation>
        </message>
        <message>
            <source>Cada mudança das regras fica aqui: quem fez, quando e o que era antes.</source>
            <translation>Every change to the rules is kept here: who made it, when, and what it was before.</translation>
        </message>
        <message>
            <source>Depois</source>
            <translation>After</translation>
        </message>
        <message>
            <source>Histórico de mudanças</source>
            <translation>Change history</translation>
        </message>
        <message>
            <source>Mostrar anteriores</source>
            <translation>Show earlier ones</translation>
        </message>
        <message>
            <source>Mudanças das regras</source>
            <translation>Changes to the rules</translation>
        </message>
        <message>
            <source>Nenhuma regra foi mudada ainda. Vale o original.</source>
            <translation>No rule has been changed yet. The original applies.</translation>
        </message>
        <message>
            <source>O que mudou</source>
            <translation>What changed</translation>
        </message>
        <message>
            <source>O quê</source>
            <translation>What</translation>
        </message>
        <message>
            <source>Onde</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>Quando</source>
            <translation>When</translation>
        </message>
        <message>
            <source>Quem</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>Seção</source>
            <translation>Section</translation>
        </message>
        <message>
            <source>Todas as seções</source>
            <translation>All sections</translation>
        </message>
        <message>
            <source>Voltar a como era antes</source>
            <translation>Put back as it was before</translation>
        </message>
        <message>
            <source>{section}: {what}, por {who}, {when}</source>
            <translation>{section}: {what}, by {who}, {when}</translation>
        </message>
    </context>
    <context>
        <name>ChannelsPage</name>
        <message>
            <source>Adicionar canal</source>
            <translation>Add channel</translation>
        </message>
        <message>
            <source>Aposentar</source>
            <translation>Retire</translation>
        </message>
        <message>
            <source>Aposentar “{name}”? O que ela trouxe continua no Balcão; dá para desfazer.</source>
            <translation>Retire “{name}”? What it brought in stays in Balcão; you can undo this.</translation>
        </message>
        <message>
            <source>Canais</source>
            <translation>Channels</translation>
        </message>
        <message>
            <source>Chave da equipe</source>
            <translation>Team key</translation>
        </message>
        <message>
            <source>Conta</source>
            <translation>Account</translation>
        </message>
        <message>
            <source>Contas da empresa nas redes</source>
            <translation>Company accounts on the networks</translation>
        </message>
        <message>
            <source>Mostrar aposentadas</source>
            <translation>Show retired</translation>
        </message>
        <message>
            <source>Nenhuma conta ainda. Comece pelo e-mail ou pela rede onde mais falam da empresa.</source>
            <translation>No accounts yet. Start with email or the network where people talk about the company most.</translation>
        </message>
        <message>
            <source>O que cada rede permite</source>
            <translation>What each network allows</translation>
        </message>
        <message>
            <source>Onde a empresa ouve e responde. Cada conta mostra se está funcionando e quando trouxe algo.</source>
            <translation>Where the company listens and replies. Each account shows whether it's working and when it last brought something in.</translation>
        </message>
        <message>
            <source>Só a administração adiciona contas e muda senhas.</source>
            <translation>Only administrators can add accounts and change passwords.</translation>
        </message>
    </context>
    <context>
        <name>ChartBoard</name>
        <message>
            <source>Mais estreito</source>
            <translation>Narrower</translation>
        </message>
        <message>
            <source>Mais largo</source>
            <translation>Wider</translation>
        </message>
        <message>
            <source>Mover para antes</source>
            <translation>Move earlier</translation>
        </message>
        <message>
            <source>Mover para depois</source>
            <translation>Move later</translation>
        </message>
        <message>
            <source>Não foi possível ler este gráfico.</source>
            <translation>This chart could not be read.</translation>
        </message>
        <message>
            <source>Tirar da visão geral</source>
            <translation>Remove from the overview</translation>
        </message>
    </context>
    <context>
        <name>ChartCard</name>
        <message>
            <source>Copiar imagem</source>
            <translation>Copy picture</translation>
        </message>
        <message>
            <source>Copiar tabela</source>
            <translation>Copy table</translation>
        </message>
        <message>
            <source>Imagem copiada</source>
            <translation>Picture copied</translation>
        </message>
        <message>
            <source>Lendo: {title}</source>
            <translation>Reading: {title}</translation>
        </message>
        <message>
            <source>Opções de {title}</source>
            <translation>Options of {title}</translation>
        </message>
        <message>
            <source>Salvar desenho (SVG)</source>
            <translation>Save drawing (SVG)</translation>
        </message>
        <message>
            <source>Salvar imagem (PNG)</source>
            <translation>Save picture (PNG)</translation>
        </message>
        <message>
            <source>Salvar planilha (XLSX)</source>
            <translation>Save spreadsheet (XLSX)</translation>
        </message>
        <message>
            <source>Salvar tabela (CSV)</source>
            <translation>Save table (CSV)</translation>
        </message>
        <message>
            <source>Tabela copiada</source>
            <translation>Table copied</translation>
        </message>
        <message>
            <source>Tabela, imagem e planilha</source>
            <translation>Table, picture and spreadsheet</translation>
        </message>
        <message>
            <source>Tabela: {title}</source>
            <translation>Table: {title}</translation>
        </message>
        <message>
            <source>Todos</source>
            <translation>All</translation>
        </message>
        <message>
            <source>Ver como tabela</source>
            <translation>See as a table</translation>
        </message>
        <message>
            <source>Voltar a {name}</source>
            <translation>Back to {name}</translation>
        </message>
        <message>
            <source>{days}, ao lado de {other}</source>
            <translation>{days}, beside {other}</translation>
        </message>
    </context>
    <context>
        <name>ChartPanel</name>
        <message>
            <source>CSV</source>
            <translation>CSV</translation>
        </message>
        <message>
            <source>Exportar</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>Planilha (*.xlsx)</source>
            <translation>Spreadsheet (*.xlsx)</translation>
        </message>
        <message>
            <source>Planilha (XLSX)</source>
            <translation>Spreadsheet (XLSX)</translation>
        </message>
        <message>
            <source>Salvar {title}</source>
            <translation>Save {title}</translation>
        </message>
        <message>
            <source>Salvo em {name}</source>
            <translation>Saved in {name}</translation>
        </message>
        <message>
            <source>Seu perfil não exporta dados</source>
            <translation>Your role does not export data</translation>
        </message>
        <message>
            <source>Tabela</source>
            <translation>Table</translation>
        </message>
        <message>
            <source>Tabela CSV (*.csv)</source>
            <translation>CSV table (*.csv)</translation>
        </message>
        <message>
            <source>Ver os números como tabela</source>
            <translation>See the numbers as a table</translation>
        </message>
    </context>
    <context>
        <name>ChartView</name>
        <message>
            <source>Abrir a lista: {rows}</source>
            <translation>Open the list: {rows}</translation>
        </message>
        <message>
            <source>Clique: abrir a lista</source>
            <translation>Click: open the list</translation>
        </message>
        <message>
            <source>Clique: ver por dentro · Ctrl+clique: abrir a lista</source>
            <translation>Click: see inside · Ctrl+click: open the list</translation>
        </message>
        <message>
            <source>Não há uma lista por trás deste valor</source>
            <translation>There is no list behind this value</translation>
        </message>
        <message>
            <source>Ver por dentro: {name}</source>
            <translation>Look inside: {name}</translation>
        </message>
    </context>
    <context>
        <name>CheatSheet</name>
        <message>
            <source>As teclas simples estão desligadas nas configurações.</source>
            <translation>Single keys are turned off in the settings.</translation>
        </message>
        <message>
            <source>Lista de teclas</source>
            <translation>List of keys</translation>
        </message>
        <message>
            <source>Procurar uma tecla ou ação</source>
            <translation>Find a key or action</translation>
        </message>
        <message>
            <source>Teclas de atalho</source>
            <translation>Keyboard shortcuts</translation>
        </message>
    </context>
    <context>
        <name>CheckMatrixModel</name>
        <message>
            <source>não</source>
            <translation>no</translation>
        </message>
        <message>
            <source>sim</source>
            <translation>yes</translation>
        </message>
    </context>
    <context>
        <name>CheckedList</name>
        <message>
            <source>Conta na rede: {name}</source>
            <translation>Account on the network: {name}</translation>
        </message>
        <message>
            <source>Perguntando à rede…</source>
            <translation>Asking the network…</translation>
        </message>
        <message>
            <source>não permitido</source>
            <translation>not allowed</translation>
        </message>
    </context>
    <context>
        <name>ChoiceBar</name>
        <message>
            <source>Cancelar</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Cancelar (Esc)</source>
            <translation>Cancel (Esc)</translation>
        </message>
        <message>
            <source>{name}, tecla {number}</source>
            <translation>{name}, key {number}</translation>
        </message>
    </context>
    <context>
        <name>ChoiceField</name>
        <message>
            <source>Deixar sem escolha</source>
            <translation>Leave unset</translation>
        </message>
        <message>
            <source>Digite parte do nome</source>
            <translation>Type part of the name</translation>
        </message>
        <message>
            <source>Escolher {name}</source>
            <translation>Choose {name}</translation>
        </message>
    </context>
    <context>
        <name>ChosenBox</name>
        <message>
            <source>Tirar</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Tirar de {title}</source>
            <translation>Remove from {title}</translation>
        </message>
    </context>
    <context>
        <name>Classify</name>
        <message>
            <source>Agora: {path}. Enter mantém, Esc sai.</source>
            <translation>Now: {path}. Enter keeps it, Esc leaves.</translation>
        </message>
        <message>
            <source>Digite parte do nome ou a tecla do item</source>
            <translation>Type part of the name or the item's key</translation>
        </message>
        <message>
            <source>Setas e Enter escolhem, Enter vazio pula, Esc sai.</source>
            <translation>Arrows and Enter choose, Enter on nothing skips, Esc leaves.</translation>
        </message>
        <message>
            <source>Sugestão: {path}{share}. Enter confirma.</source>
            <translation>Suggestion: {path}{share}. Enter confirms.</translation>
        </message>
        <message>
            <source>recente</source>
            <translation>recent</translation>
        </message>
    </context>
    <context>
        <name>ClosePanel</name>
        <message>
            <source>Encerrar</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Encerrar o atendimento</source>
            <translation>Close the case</translation>
        </message>
        <message>
            <source>Falta: {what}</source>
            <translation>Missing: {what}</translation>
        </message>
        <message>
            <source>Marcar como resolvido</source>
            <translation>Mark as resolved</translation>
        </message>
        <message>
            <source>O cliente foi avisado por telefone ou pessoalmente</source>
            <translation>The customer was told by telephone or in person</translation>
        </message>
        <message>
            <source>Solução: o que resolveu, em poucas palavras</source>
            <translation>Solution: what solved it, in a few words</translation>
        </message>
    </context>
    <context>
        <name>ColumnsStep</name>
        <message>
            <source>Assunto</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>Canal</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>Datas como</source>
            <translation>Dates as</translation>
        </message>
        <message>
            <source>De</source>
            <translation>From</translation>
        </message>
        <message>
            <source>Diga qual coluna tem a data.</source>
            <translation>Say which column holds the date.</translation>
        </message>
        <message>
            <source>Diga qual coluna tem o texto da mensagem.</source>
            <translation>Say which column holds the text of the message.</translation>
        </message>
        <message>
            <source>Forma da data</source>
            <translation>Form of the date</translation>
        </message>
        <message>
            <source>Fuso</source>
            <translation>Time zone</translation>
        </message>
        <message>
            <source>Fuso horário</source>
            <translation>Time zone</translation>
        </message>
        <message>
            <source>Menções</source>
            <translation>Mentions</translation>
        </message>
        <message>
            <source>Nós somos</source>
            <translation>We are</translation>
        </message>
        <message>
            <source>O arquivo tem linha de títulos</source>
            <translation>The file has a row of headings</translation>
        </message>
        <message>
            <source>Planilha</source>
            <translation>Sheet</translation>
        </message>
        <message>
            <source>Primeiras linhas do arquivo</source>
            <translation>First rows of the file</translation>
        </message>
        <message>
            <source>Privadas</source>
            <translation>Private</translation>
        </message>
        <message>
            <source>Públicas</source>
            <translation>Public</translation>
        </message>
        <message>
            <source>Quem pode ler as mensagens</source>
            <translation>Who can read the messages</translation>
        </message>
        <message>
            <source>Quem somos nós na conversa</source>
            <translation>Who we are in the conversation</translation>
        </message>
        <message>
            <source>Reconhecido: mesmas colunas de {day}.</source>
            <translation>Recognised: same columns as on {day}.</translation>
        </message>
        <message>
            <source>Texto</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>ninguém</source>
            <translation>nobody</translation>
        </message>
        <message>
            <source>{wrong} de {rows} datas mostradas não foram entendidas. Confira a forma da data.</source>
            <translation>{wrong} of the {rows} dates shown were not understood. Check the form of the date.</translation>
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>Nada encontrado. Tente outra palavra.</source>
            <translation>Nothing found. Try another word.</translation>
        </message>
        <message>
            <source>O que você quer fazer ou abrir?</source>
            <translation>What do you want to do or open?</translation>
        </message>
        <message>
            <source>Paleta de comandos</source>
            <translation>Command palette</translation>
        </message>
        <message>
            <source>Resultados</source>
            <translation>Results</translation>
        </message>
    </context>
    <context>
        <name>CommentBox</name>
        <message>
            <source>Comentar sobre</source>
            <translation>Comment on</translation>
        </message>
        <message>
            <source>Comentário</source>
            <translation>Comment</translation>
        </message>
        <message>
            <source>Comentários deste período</source>
            <translation>Comments of this period</translation>
        </message>
        <message>
            <source>Enquanto você escrevia, {name} guardou: {text}</source>
            <translation>While you were writing, {name} saved: {text}</translation>
        </message>
        <message>
            <source>Escrevendo…</source>
            <translation>Writing…</translation>
        </message>
        <message>
            <source>Guardado</source>
            <translation>Saved</translation>
        </message>
        <message>
            <source>O que estes números contam? Vai para o PDF e para a planilha.</source>
            <translation>What do these numbers tell? It goes into the PDF and the spreadsheet.</translation>
        </message>
        <message>
            <source>O relatório inteiro</source>
            <translation>The whole report</translation>
        </message>
    </context>
    <context>
        <name>CompanyForm</name>
        <message>
            <source>CNPJ (um por linha)</source>
            <translation>CNPJ (one a line)</translation>
        </message>
        <message>
            <source>E-mails ou domínios, como @empresa.com.br (um por linha)</source>
            <translation>E-mails or domains, such as @empresa.com.br (one a line)</translation>
        </message>
        <message>
            <source>Endereços com CEP (um por linha)</source>
            <translation>Addresses with CEP (one a line)</translation>
        </message>
        <message>
            <source>Estes dados são da empresa e podem aparecer em respostas públicas.</source>
            <translation>These are the company's own and may appear in public replies.</translation>
        </message>
        <message>
            <source>Telefones (um por linha)</source>
            <translation>Telephones (one a line)</translation>
        </message>
    </context>
    <context>
        <name>CompareChoice</name>
        <message>
            <source>Comparar com outro período</source>
            <translation>Compare with another period</translation>
        </message>
        <message>
            <source>Comparar: até o dia</source>
            <translation>Compare: to the day</translation>
        </message>
        <message>
            <source>Comparar: do dia</source>
            <translation>Compare: from the day</translation>
        </message>
        <message>
            <source>Desenhar também o outro período, mais claro</source>
            <translation>Draw the other period too, lighter</translation>
        </message>
        <message>
            <source>Mesmos dias do ano anterior</source>
            <translation>Same days a year earlier</translation>
        </message>
        <message>
            <source>Outros dias…</source>
            <translation>Other days…</translation>
        </message>
        <message>
            <source>Período anterior</source>
            <translation>Previous period</translation>
        </message>
        <message>
            <source>Um mês</source>
            <translation>One month</translation>
        </message>
        <message>
            <source>comparar: {days}</source>
            <translation>compare: {days}</translation>
        </message>
    </context>
    <context>
        <name>ConfirmBar</name>
        <message>
            <source>Cancelar</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>CountLine</name>
        <message>
            <source>Salvo às {time}</source>
            <translation>Saved at {time}</translation>
        </message>
        <message>
            <source>longo demais para esta rede</source>
            <translation>too long for this network</translation>
        </message>
        <message>
            <source>rascunho salvo</source>
            <translation>draft saved</translation>
        </message>
        <message>
            <source>sai em {n} partes</source>
            <translation>goes out in {n} parts</translation>
        </message>
        <message>
            <source>salvando…</source>
            <translation>saving…</translation>
        </message>
        <message>
            <source>{count} de {limit}</source>
            <translation>{count} of {limit}</translation>
        </message>
    </context>
    <context>
        <name>CrisisAlert</name>
        <message>
            <source>Crise: {n} para ver</source>
            <translation>Crisis: {n} to look at</translation>
        </message>
        <message>
            <source>{n} alerta novo</source>
            <translation>{n} new alert</translation>
        </message>
        <message>
            <source>{n} alertas novos</source>
            <translation>{n} new alerts</translation>
        </message>
    </context>
    <context>
        <name>CrisisMatrixPage</name>
        <message>
            <source>Aplicar o que está salvo</source>
            <translation>Apply what is saved</translation>
        </message>
        <message>
            <source>Descartar o que mudei</source>
            <translation>Discard my changes</translation>
        </message>
        <message>
            <source>Há mudanças por salvar</source>
            <translation>There are unsaved changes</translation>
        </message>
        <message>
            <source>Há mudanças por salvar. Aplicar aos últimos 30 dias usa só o que já está salvo.</source>
            <translation>There are unsaved changes. Applying to the last 30 days uses only what is already saved.</translation>
        </message>
        <message>
            <source>Matriz de crises</source>
            <translation>Crisis matrix</translation>
        </message>
        <message>
            <source>Matriz salva. Vale para o que entrar a partir de agora.</source>
            <translation>Matrix saved. It applies to whatever comes in from now on.</translation>
        </message>
        <message>
            <source>Níveis da matriz</source>
            <translation>Levels of the matrix</translation>
        </message>
        <message>
            <source>Outra pessoa salvou a matriz. Descarte para ver a dela.</source>
            <translation>Someone else saved the matrix. Discard yours to see theirs.</translation>
        </message>
        <message>
            <source>Que palavras fazem de uma menção uma crise, em quanto tempo identificar e responder, e quem é avisado.</source>
            <translation>Which words make a mention a crisis, how soon to identify and answer it, and who is alerted.</translation>
        </message>
        <message>
            <source>Salvar a matriz</source>
            <translation>Save the matrix</translation>
        </message>
        <message>
            <source>Teste, prévia e picos</source>
            <translation>Test, preview and bursts</translation>
        </message>
        <message>
            <source>e mais {n}.</source>
            <translation>and {n} more.</translation>
        </message>
    </context>
    <context>
        <name>CrisisPage</name>
        <message>
            <source>1 menção</source>
            <translation>1 mention</translation>
        </message>
        <message>
            <source>Abertas</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Encerradas</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Escolha uma sala, ou abra uma nova a partir de um alerta.</source>
            <translation>Choose a room, or open a new one from an alert.</translation>
        </message>
        <message>
            <source>Fazer exercício</source>
            <translation>Run a drill</translation>
        </message>
        <message>
            <source>Fazer exercício de crise</source>
            <translation>Run a crisis drill</translation>
        </message>
        <message>
            <source>Nenhuma sala aqui.</source>
            <translation>No rooms here.</translation>
        </message>
        <message>
            <source>Nova sala</source>
            <translation>New room</translation>
        </message>
        <message>
            <source>Reúne as menções de uma crise, o que foi feito, a posição e as áreas avisadas.</source>
            <translation>Brings together the mentions of a crisis, what was done, the position and the areas alerted.</translation>
        </message>
        <message>
            <source>Sala de crise</source>
            <translation>Crisis room</translation>
        </message>
        <message>
            <source>Salas</source>
            <translation>Rooms</translation>
        </message>
        <message>
            <source>Salas de crise</source>
            <translation>Crisis rooms</translation>
        </message>
        <message>
            <source>posição aprovada</source>
            <translation>position approved</translation>
        </message>
        <message>
            <source>sem posição aprovada</source>
            <translation>no approved position</translation>
        </message>
        <message>
            <source>{n} de {all} áreas confirmaram</source>
            <translation>{n} of {all} areas confirmed</translation>
        </message>
        <message>
            <source>{n} menções</source>
            <translation>{n} mentions</translation>
        </message>
    </context>
    <context>
        <name>CustomerListPanel</name>
        <message>
            <source>Busca por nome, perfil, e-mail, telefone, CPF, CNPJ ou protocolo</source>
            <translation>Searches name, handle, e-mail, phone, CPF, CNPJ or protocol</translation>
        </message>
        <message>
            <source>Buscar cliente</source>
            <translation>Find customer</translation>
        </message>
        <message>
            <source>Cliente</source>
            <translation>Customer</translation>
        </message>
        <message>
            <source>Clientes</source>
            <translation>Customers</translation>
        </message>
        <message>
            <source>Limpar busca</source>
            <translation>Clear search</translation>
        </message>
        <message>
            <source>Lista de clientes</source>
            <translation>List of customers</translation>
        </message>
        <message>
            <source>Nenhum cliente ainda. Cada pessoa entra aqui no primeiro atendimento.</source>
            <translation>No customers yet. Each person comes in here with the first case.</translation>
        </message>
        <message>
            <source>Ninguém encontrado com “{typed}”. Tente parte do nome, o e-mail ou o CPF inteiro.</source>
            <translation>Nobody found for “{typed}”. Try part of the name, the e-mail or the whole CPF.</translation>
        </message>
        <message>
            <source>Nome, perfil, e-mail, telefone, CPF ou protocolo</source>
            <translation>Name, handle, e-mail, phone, CPF or protocol</translation>
        </message>
    </context>
    <context>
        <name>CustomerPage</name>
        <message>
            <source>Um colega mudou este cadastro. O que você digitou continua aqui.</source>
            <translation>A colleague changed this customer. What you typed is still here.</translation>
        </message>
    </context>
    <context>
        <name>CustomerSection</name>
        <message>
            <source>Abrir cliente</source>
            <translation>Open customer</translation>
        </message>
        <message>
            <source>Anotações</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>Anteriores</source>
            <translation>Earlier</translation>
        </message>
        <message>
            <source>CLIENTE</source>
            <translation>CUSTOMER</translation>
        </message>
        <message>
            <source>Contato</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>Desde</source>
            <translation>Since</translation>
        </message>
        <message>
            <source>Documento</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>Local</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>Marcar como VIP</source>
            <translation>Mark as VIP</translation>
        </message>
        <message>
            <source>Nome</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Não identificado</source>
            <translation>Unidentified</translation>
        </message>
        <message>
            <source>Parece ter outro cadastro: veja no cliente.</source>
            <translation>Seems to have another record: see the customer.</translation>
        </message>
        <message>
            <source>Perfis</source>
            <translation>Handles</translation>
        </message>
        <message>
            <source>Protocolo {number}</source>
            <translation>Protocol {number}</translation>
        </message>
        <message>
            <source>Satisfação</source>
            <translation>Satisfaction</translation>
        </message>
        <message>
            <source>Também em aberto</source>
            <translation>Also open</translation>
        </message>
        <message>
            <source>Tirar a marca VIP</source>
            <translation>Remove the VIP mark</translation>
        </message>
        <message>
            <source>{count} atendimento</source>
            <translation>{count} case</translation>
        </message>
        <message>
            <source>{count} atendimentos</source>
            <translation>{count} cases</translation>
        </message>
        <message>
            <source>{score} de 5</source>
            <translation>{score} of 5</translation>
        </message>
    </context>
    <context>
        <name>DataPanel</name>
        <message>
            <source>Cadastro</source>
            <translation>Data</translation>
        </message>
        <message>
            <source>Cliente desde</source>
            <translation>Customer since</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>Editar</source>
            <translation>Edit</translation>
        </message>
        <message>
            <source>Editar cadastro</source>
            <translation>Edit customer</translation>
        </message>
        <message>
            <source>Esconder</source>
            <translation>Hide</translation>
        </message>
        <message>
            <source>Lugar</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>Mostrar</source>
            <translation>Show</translation>
        </message>
        <message>
            <source>Observações</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>Perfil</source>
            <translation>Profile</translation>
        </message>
        <message>
            <source>Persona</source>
            <translation>Persona</translation>
        </message>
        <message>
            <source>Telefone</source>
            <translation>Phone</translation>
        </message>
    </context>
    <context>
        <name>DatabasePage</name>
        <message>
            <source>A verificação foi cancelada. Nada foi alterado.</source>
            <translation>The check was cancelled. Nothing was changed.</translation>
        </message>
        <message>
            <source>A verificação não terminou.</source>
            <translation>The check did not finish.</translation>
        </message>
        <message>
            <source>Aberto</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Aberto só para leitura</source>
            <translation>Open for reading only</translation>
        </message>
        <message>
            <source>Abrir este banco</source>
            <translation>Open this database</translation>
        </message>
        <message>
            <source>Atenção</source>
            <translation>Attention</translation>
        </message>
        <message>
            <source>Banco de dados</source>
            <translation>Database</translation>
        </message>
        <message>
            <source>Nada foi apagado. Guarde uma cópia do banco e procure quem cuida do sistema.</source>
            <translation>Nothing was deleted. Keep a copy of the database and ask whoever looks after the system.</translation>
        </message>
        <message>
            <source>O banco de agora não muda nem é apagado; dá para voltar a ele quando quiser.</source>
            <translation>The present database is neither changed nor deleted; you can go back to it at any time.</translation>
        </message>
        <message>
            <source>Onde fica</source>
            <translation>Where it is</translation>
        </message>
        <message>
            <source>Situação</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Tamanho</source>
            <translation>Size</translation>
        </message>
        <message>
            <source>Tudo certo: contagens, índices e {n} registros do histórico conferem.</source>
            <translation>All is well: counts, indexes and {n} history records agree.</translation>
        </message>
        <message>
            <source>Tudo o que a equipe registra fica aqui: menções, atendimentos, clientes e histórico.</source>
            <translation>All that the team records is here: mentions, cases, customers and history.</translation>
        </message>
        <message>
            <source>Usar outro banco</source>
            <translation>Use another database</translation>
        </message>
        <message>
            <source>Verificando o banco</source>
            <translation>Checking the database</translation>
        </message>
        <message>
            <source>Verificando… Pode continuar trabalhando.</source>
            <translation>Checking… You can go on working.</translation>
        </message>
        <message>
            <source>Verificar</source>
            <translation>Check</translation>
        </message>
        <message>
            <source>o arquivo tem partes danificadas</source>
            <translation>parts of the file are damaged</translation>
        </message>
        <message>
            <source>o histórico foi alterado a partir do registro {n}</source>
            <translation>the history was altered from record {n} on</translation>
        </message>
        <message>
            <source>{n} contagens não conferem com as linhas</source>
            <translation>{n} counts do not agree with the rows</translation>
        </message>
    </context>
    <context>
        <name>DateForm</name>
        <message>
            <source>Aniversário da cidade</source>
            <translation>City anniversary</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>Escreva o que é este dia.</source>
            <translation>Write what this day is.</translation>
        </message>
        <message>
            <source>Fechar</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>O quê</source>
            <translation>What</translation>
        </message>
        <message>
            <source>Origem</source>
            <translation>Origin</translation>
        </message>
        <message>
            <source>Salvar data</source>
            <translation>Save date</translation>
        </message>
        <message>
            <source>Vale (horário)</source>
            <translation>Applies (hours)</translation>
        </message>
        <message>
            <source>vazio = fechado; ou 09:00-13:00</source>
            <translation>empty = closed; or 09:00-13:00</translation>
        </message>
    </context>
    <context>
        <name>DatesPanel</name>
        <message>
            <source>Adicionar exceção</source>
            <translation>Add exception</translation>
        </message>
        <message>
            <source>DATAS COM HORÁRIO PRÓPRIO</source>
            <translation>DATES WITH THEIR OWN HOURS</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>Datas com horário próprio</source>
            <translation>Dates with their own hours</translation>
        </message>
        <message>
            <source>Editar</source>
            <translation>Edit</translation>
        </message>
        <message>
            <source>Excluir</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>Lista</source>
            <translation>List</translation>
        </message>
        <message>
            <source>Mostrar</source>
            <translation>Show</translation>
        </message>
        <message>
            <source>Mostrar as que passaram</source>
            <translation>Show past ones</translation>
        </message>
        <message>
            <source>O quê</source>
            <translation>What</translation>
        </message>
        <message>
            <source>Origem</source>
            <translation>Origin</translation>
        </message>
        <message>
            <source>Preencher agora</source>
            <translation>Fill in now</translation>
        </message>
        <message>
            <source>Preencher feriados…</source>
            <translation>Fill in holidays…</translation>
        </message>
        <message>
            <source>Próximos 24 meses</source>
            <translation>Next 24 months</translation>
        </message>
        <message>
            <source>Tipo</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>Trazer de uma tabela…</source>
            <translation>Bring from a table…</translation>
        </message>
        <message>
            <source>Vale</source>
            <translation>Applies</translation>
        </message>
        <message>
            <source>de todos os canais</source>
            <translation>of all channels</translation>
        </message>
    </context>
    <context>
        <name>DeadlineActs</name>
        <message>
            <source>Como foi cumprida (opcional)</source>
            <translation>How it was fulfilled (optional)</translation>
        </message>
        <message>
            <source>Cumprida: {duty}</source>
            <translation>Fulfilled: {duty}</translation>
        </message>
        <message>
            <source>O motivo, em poucas palavras</source>
            <translation>The reason, in a few words</translation>
        </message>
        <message>
            <source>Por que o prazo foi perdido</source>
            <translation>Why the deadline was missed</translation>
        </message>
        <message>
            <source>Registrar</source>
            <translation>Record</translation>
        </message>
    </context>
    <context>
        <name>DeadlinesSection</name>
        <message>
            <source>1ª resposta</source>
            <translation>First response</translation>
        </message>
        <message>
            <source>Aguardando o cliente</source>
            <translation>Waiting for the customer</translation>
        </message>
        <message>
            <source>Era para ter notícias até {when}</source>
            <translation>News was due by {when}</translation>
        </message>
        <message>
            <source>Lei</source>
            <translation>Law</translation>
        </message>
        <message>
            <source>Lei ({days} dias)</source>
            <translation>Law ({days} days)</translation>
        </message>
        <message>
            <source>Outro motivo…</source>
            <translation>Another reason…</translation>
        </message>
        <message>
            <source>PRAZOS</source>
            <translation>DEADLINES</translation>
        </message>
        <message>
            <source>Solução</source>
            <translation>Solution</translation>
        </message>
        <message>
            <source>em {span}</source>
            <translation>in {span}</translation>
        </message>
        <message>
            <source>em {span}, com atraso</source>
            <translation>in {span}, late</translation>
        </message>
        <message>
            <source>explicar os prazos</source>
            <translation>explain the deadlines</translation>
        </message>
        <message>
            <source>parado</source>
            <translation>paused</translation>
        </message>
        <message>
            <source>registrar obrigação legal</source>
            <translation>record legal duty</translation>
        </message>
        <message>
            <source>sem notícias desde {when}</source>
            <translation>no word since {when}</translation>
        </message>
    </context>
    <context>
        <name>Delivery</name>
        <message>
            <source>Anexo salvo: {name}</source>
            <translation>Attachment saved: {name}</translation>
        </message>
        <message>
            <source>Devolver</source>
            <translation>Give back</translation>
        </message>
        <message>
            <source>Devolver a resposta a quem escreveu</source>
            <translation>Give the answer back to whoever wrote it</translation>
        </message>
        <message>
            <source>O que precisa mudar antes de enviar</source>
            <translation>What needs to change before sending</translation>
        </message>
        <message>
            <source>Salvar anexo</source>
            <translation>Save attachment</translation>
        </message>
        <message>
            <source>Texto copiado. Envie pelo canal e marque como enviada.</source>
            <translation>Text copied. Send it by the channel and mark it as sent.</translation>
        </message>
        <message>
            <source>anexo</source>
            <translation>attachment</translation>
        </message>
    </context>
    <context>
        <name>DoubtCard</name>
        <message>
            <source>Anúncios de citação</source>
            <translation>Words that announce a quote</translation>
        </message>
        <message>
            <source>Com elas por perto a menção recebe a marca, mas o alerta não toca.</source>
            <translation>With these nearby the mention gets the mark, but the alert does not sound.</translation>
        </message>
        <message>
            <source>Começo de outra oração</source>
            <translation>Start of another clause</translation>
        </message>
        <message>
            <source>Condições (uma ameaça, não uma negação)</source>
            <translation>Conditions (a threat, not a negation)</translation>
        </message>
        <message>
            <source>Intenções</source>
            <translation>Intentions</translation>
        </message>
        <message>
            <source>Negações</source>
            <translation>Negations</translation>
        </message>
        <message>
            <source>Palavras que deixam em dúvida</source>
            <translation>Words that leave doubt</translation>
        </message>
    </context>
    <context>
        <name>DropArea</name>
        <message>
            <source>CSV, Excel, JSON, mbox ou EML. Antes de gravar você confere as colunas e as datas.</source>
            <translation>CSV, Excel, JSON, mbox or EML. You check columns and dates before anything is stored.</translation>
        </message>
        <message>
            <source>Importar arquivo</source>
            <translation>Import file</translation>
        </message>
        <message>
            <source>Solte aqui um arquivo de menções</source>
            <translation>Drop a file of mentions here</translation>
        </message>
    </context>
    <context>
        <name>DutyBox</name>
        <message>
            <source>Cumprida</source>
            <translation>Fulfilled</translation>
        </message>
        <message>
            <source>Obrigações</source>
            <translation>Duties</translation>
        </message>
        <message>
            <source>até {when}</source>
            <translation>until {when}</translation>
        </message>
        <message>
            <source>feito {when}</source>
            <translation>done {when}</translation>
        </message>
    </context>
    <context>
        <name>DutyPanel</name>
        <message>
            <source>Abre um atendimento próprio, ligado a este.</source>
            <translation>Opens a case of its own, linked to this one.</translation>
        </message>
        <message>
            <source>Dia do pedido ou da notificação</source>
            <translation>Day of the request or notification</translation>
        </message>
        <message>
            <source>O perfil legal da empresa não tem obrigações. Veja Configurações, Prazos.</source>
            <translation>The company's legal profile has no duties. See Settings, Deadlines.</translation>
        </message>
        <message>
            <source>O que o cliente pediu</source>
            <translation>What the customer asked for</translation>
        </message>
        <message>
            <source>Obrigação</source>
            <translation>Duty</translation>
        </message>
        <message>
            <source>Registrar</source>
            <translation>Record</translation>
        </message>
        <message>
            <source>Registrar obrigação legal</source>
            <translation>Record legal duty</translation>
        </message>
    </context>
    <context>
        <name>EditForm</name>
        <message>
            <source>Agora no cadastro: {value}</source>
            <translation>Saved now: {value}</translation>
        </message>
        <message>
            <source>CPF ou CNPJ</source>
            <translation>CPF or CNPJ</translation>
        </message>
        <message>
            <source>Cancelar</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Cidade e UF, por exemplo: Belo Horizonte, MG</source>
            <translation>City and state, for example: Belo Horizonte, MG</translation>
        </message>
        <message>
            <source>Com DDD: (11) 98765-4321</source>
            <translation>With area code: (11) 98765-4321</translation>
        </message>
        <message>
            <source>Deixar como estava (Esc)</source>
            <translation>Leave as it was (Esc)</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>Lugar</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>Nome</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Observações</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>Salvar</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Salvar cadastro</source>
            <translation>Save customer</translation>
        </message>
        <message>
            <source>Só é guardado se os dígitos conferirem</source>
            <translation>Kept only if its digits are right</translation>
        </message>
        <message>
            <source>Telefone</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>vazio</source>
            <translation>empty</translation>
        </message>
    </context>
    <context>
        <name>EmptyState</name>
        <message>
            <source>Carregando…</source>
            <translation>Loading…</translation>
        </message>
        <message>
            <source>Nada por aqui ainda.</source>
            <translation>Nothing here yet.</translation>
        </message>
        <message>
            <source>Nenhum resultado com estes filtros.</source>
            <translation>No results with these filters.</translation>
        </message>
        <message>
            <source>O banco de dados não respondeu. O que já foi salvo continua lá.</source>
            <translation>The database did not answer. What was saved is still there.</translation>
        </message>
        <message>
            <source>Seu perfil não dá acesso a esta parte. Fale com a supervisão.</source>
            <translation>Your role has no access to this part. Talk to your supervisor.</translation>
        </message>
    </context>
    <context>
        <name>EntryCard</name>
        <message>
            <source>Balcão</source>
            <translation>Counter</translation>
        </message>
        <message>
            <source>Cliente</source>
            <translation>Customer</translation>
        </message>
        <message>
            <source>Desfazer envio</source>
            <translation>Undo send</translation>
        </message>
        <message>
            <source>Desfazer envio ({seconds} s)</source>
            <translation>Undo send ({seconds} s)</translation>
        </message>
        <message>
            <source>Devolvida com o motivo: {note}</source>
            <translation>Given back with the reason: {note}</translation>
        </message>
        <message>
            <source>Escrita direto na rede, pela conta {who} · {where} · {when}</source>
            <translation>Written directly on the network, from the account {who} · {where} · {when}</translation>
        </message>
        <message>
            <source>Grande demais: só o nome foi guardado.</source>
            <translation>Too large: only its name was kept.</translation>
        </message>
        <message>
            <source>Nota interna · {who} · {when}</source>
            <translation>Internal note · {who} · {when}</translation>
        </message>
        <message>
            <source>Palavras de perigo: {words}</source>
            <translation>Danger words: {words}</translation>
        </message>
        <message>
            <source>Resposta automática, fora do horário</source>
            <translation>Automatic reply, out of hours</translation>
        </message>
        <message>
            <source>Resposta de {area} · {when}</source>
            <translation>Answer of {area} · {when}</translation>
        </message>
        <message>
            <source>Salvar “{name}” como…</source>
            <translation>Save “{name}” as…</translation>
        </message>
        <message>
            <source>Separar esta mensagem: {text}</source>
            <translation>Split off this message: {text}</translation>
        </message>
        <message>
            <source>Você</source>
            <translation>You</translation>
        </message>
        <message>
            <source>chegou fora do horário</source>
            <translation>arrived outside opening hours</translation>
        </message>
        <message>
            <source>enviada em {n} partes</source>
            <translation>sent in {n} parts</translation>
        </message>
        <message>
            <source>o e-mail voltou</source>
            <translation>the email bounced</translation>
        </message>
        <message>
            <source>para você enviar pelo canal</source>
            <translation>for you to send by the channel</translation>
        </message>
        <message>
            <source>pendente</source>
            <translation>pending</translation>
        </message>
    </context>
    <context>
        <name>EntryList</name>
        <message>
            <source>Tirar</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Tirar de {title}</source>
            <translation>Remove from {title}</translation>
        </message>
    </context>
    <context>
        <name>ExplainPanel</name>
        <message>
            <source>Como o prazo foi contado</source>
            <translation>How the deadline was counted</translation>
        </message>
        <message>
            <source>Copiar como texto</source>
            <translation>Copy as text</translation>
        </message>
        <message>
            <source>Copiar como texto (Ctrl+C)</source>
            <translation>Copy as text (Ctrl+C)</translation>
        </message>
        <message>
            <source>Entendi</source>
            <translation>Got it</translation>
        </message>
        <message>
            <source>Explicação copiada</source>
            <translation>Explanation copied</translation>
        </message>
        <message>
            <source>Por que este prazo?</source>
            <translation>Why this deadline?</translation>
        </message>
        <message>
            <source>Prazo</source>
            <translation>Deadline</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>CSV (rápido)</source>
            <translation>CSV (fast)</translation>
        </message>
        <message>
            <source>Coluna</source>
            <translation>Column</translation>
        </message>
        <message>
            <source>Colunas do arquivo</source>
            <translation>Columns of the file</translation>
        </message>
        <message>
            <source>Contando as linhas…</source>
            <translation>Counting the rows…</translation>
        </message>
        <message>
            <source>Escolher o arquivo…</source>
            <translation>Choose the file…</translation>
        </message>
        <message>
            <source>Exportar dados</source>
            <translation>Export data</translation>
        </message>
        <message>
            <source>Exportar {what}</source>
            <translation>Export {what}</translation>
        </message>
        <message>
            <source>Formato</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>O CSV abre no Excel em português. A planilha passa para outra aba a cada 1.000.000 de linhas.</source>
            <translation>The CSV opens in Excel in Portuguese. The spreadsheet moves on to another tab every 1,000,000 rows.</translation>
        </message>
        <message>
            <source>O que diz</source>
            <translation>What it says</translation>
        </message>
        <message>
            <source>O que exportar</source>
            <translation>What to export</translation>
        </message>
        <message>
            <source>Planilha (*.xlsx)</source>
            <translation>Spreadsheet (*.xlsx)</translation>
        </message>
        <message>
            <source>Planilha (XLSX)</source>
            <translation>Spreadsheet (XLSX)</translation>
        </message>
        <message>
            <source>Salvar os dados</source>
            <translation>Save the data</translation>
        </message>
        <message>
            <source>Tabela CSV (*.csv)</source>
            <translation>CSV table (*.csv)</translation>
        </message>
        <message>
            <source>Todo o histórico do período, na ordem em que aconteceu.</source>
            <translation>The whole history of the period, in the order it happened.</translation>
        </message>
        <message>
            <source>{n} linhas salvas em {name}</source>
            <translation>{n} rows saved in {name}</translation>
        </message>
        <message>
            <source>{n} linhas. Pode levar alguns minutos; o trabalho continua.</source>
            <translation>{n} rows. It may take a few minutes; work goes on.</translation>
        </message>
        <message>
            <source>{shown}: todas as linhas, sem limite.</source>
            <translation>{shown}: all rows, no limit.</translation>
        </message>
    </context>
    <context>
        <name>ExternalSection</name>
        <message>
            <source>Número</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>SISTEMA EXTERNO</source>
            <translation>EXTERNAL SYSTEM</translation>
        </message>
        <message>
            <source>Salvar</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Sistema</source>
            <translation>System</translation>
        </message>
        <message>
            <source>Situação</source>
            <translation>State</translation>
        </message>
        <message>
            <source>{name} no sistema externo</source>
            <translation>{name} in the external system</translation>
        </message>
    </context>
    <context>
        <name>FigureTile</name>
        <message>
            <source>Abrir a lista na caixa de entrada</source>
            <translation>Open the list in the inbox</translation>
        </message>
    </context>
    <context>
        <name>FilePill</name>
        <message>
            <source>Anexo {file}</source>
            <translation>Attachment {file}</translation>
        </message>
        <message>
            <source>Delete tira este anexo</source>
            <translation>Delete removes this attachment</translation>
        </message>
        <message>
            <source>Tirar {name}</source>
            <translation>Remove {name}</translation>
        </message>
    </context>
    <context>
        <name>FilePills</name>
        <message>
            <source>Anexos da resposta</source>
            <translation>Reply attachments</translation>
        </message>
    </context>
    <context>
        <name>FileSaving</name>
        <message>
            <source>Anexo salvo: {name}</source>
            <translation>Attachment saved: {name}</translation>
        </message>
        <message>
            <source>Salvar anexo</source>
            <translation>Save attachment</translation>
        </message>
    </context>
    <context>
        <name>FillDialog</name>
        <message>
            <source>1 data entra; {known} já estão no horário e ficam como estão.</source>
            <translation>1 date comes in; {known} are in the calendar already and stay as they are.</translation>
        </message>
        <message>
            <source>Adicionar</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>Até o ano</source>
            <translation>To year</translation>
        </message>
        <message>
            <source>Do ano</source>
            <translation>From year</translation>
        </message>
        <message>
            <source>Estado</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Marcar também os facultativos (Carnaval, Corpus Christi…)</source>
            <translation>Also mark the optional ones (Carnival, Corpus Christi…)</translation>
        </message>
        <message>
            <source>Nacionais e estaduais pela lei; os municipais entram à mão ou por tabela.</source>
            <translation>National and state holidays come from the law; municipal ones are added by hand or from a table.</translation>
        </message>
        <message>
            <source>Nada está marcado para entrar.</source>
            <translation>Nothing is marked to be added.</translation>
        </message>
        <message>
            <source>O que entra</source>
            <translation>What will be added</translation>
        </message>
        <message>
            <source>Preencher feriados</source>
            <translation>Fill in holidays</translation>
        </message>
        <message>
            <source>SP, capital</source>
            <translation>SP, capital</translation>
        </message>
        <message>
            <source>Só os nacionais</source>
            <translation>National ones only</translation>
        </message>
        <message>
            <source>{n} datas entram; {known} já estão no horário e ficam como estão.</source>
            <translation>{n} dates will be added; {known} are already in the hours and stay as they are.</translation>
        </message>
    </context>
    <context>
        <name>FilterBar</name>
        <message>
            <source>Assunto, natureza, sentimento, área, pessoa e outros</source>
            <translation>Subject, nature, sentiment, area, person and others</translation>
        </message>
        <message>
            <source>Até o dia</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>Canais mostrados</source>
            <translation>Channels shown</translation>
        </message>
        <message>
            <source>Canais mostrados: {names}</source>
            <translation>Channels shown: {names}</translation>
        </message>
        <message>
            <source>Do dia</source>
            <translation>From</translation>
        </message>
        <message>
            <source>Mais filtros</source>
            <translation>More filters</translation>
        </message>
        <message>
            <source>Outros dias…</source>
            <translation>Other days…</translation>
        </message>
        <message>
            <source>Período</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>Período anterior</source>
            <translation>Previous period</translation>
        </message>
        <message>
            <source>Período seguinte</source>
            <translation>Next period</translation>
        </message>
        <message>
            <source>Período: {days}</source>
            <translation>Period: {days}</translation>
        </message>
        <message>
            <source>Todos os canais</source>
            <translation>All channels</translation>
        </message>
        <message>
            <source>Um mês</source>
            <translation>One month</translation>
        </message>
        <message>
            <source>todos os canais</source>
            <translation>all channels</translation>
        </message>
        <message>
            <source>{n} canais</source>
            <translation>{n} channels</translation>
        </message>
    </context>
    <context>
        <name>FilterChips</name>
        <message>
            <source>Filtros ativos</source>
            <translation>Active filters</translation>
        </message>
        <message>
            <source>Salvar este filtro na navegação</source>
            <translation>Save this filter in the navigation</translation>
        </message>
        <message>
            <source>Salvar filtro</source>
            <translation>Save filter</translation>
        </message>
        <message>
            <source>Tirar filtro: {text}</source>
            <translation>Remove filter: {text}</translation>
        </message>
        <message>
            <source>Tirar filtro: {text} (Delete)</source>
            <translation>Remove filter: {text} (Delete)</translation>
        </message>
    </context>
    <context>
        <name>FilterDesk</name>
        <message>
            <source>Filtro “{name}” salvo na navegação</source>
            <translation>Filter “{name}” saved in the navigation</translation>
        </message>
    </context>
    <context>
        <name>FilterPanel</name>
        <message>
            <source>30 dias</source>
            <translation>30 days</translation>
        </message>
        <message>
            <source>7 dias</source>
            <translation>7 days</translation>
        </message>
        <message>
            <source>Até (dia/mês/ano)</source>
            <translation>To (day/month/year)</translation>
        </message>
        <message>
            <source>Canal</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Classificação</source>
            <translation>Classification</translation>
        </message>
        <message>
            <source>De (dia/mês/ano)</source>
            <translation>From (day/month/year)</translation>
        </message>
        <message>
            <source>Digite parte do assunto ou da natureza</source>
            <translation>Type part of the subject or nature</translation>
        </message>
        <message>
            <source>Dono</source>
            <translation>Owner</translation>
        </message>
        <message>
            <source>Filtros</source>
            <translation>Filters</translation>
        </message>
        <message>
            <source>Hoje</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Nada encontrado</source>
            <translation>Nothing found</translation>
        </message>
        <message>
            <source>Período</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>Privadas</source>
            <translation>Private</translation>
        </message>
        <message>
            <source>Públicas</source>
            <translation>Public</translation>
        </message>
        <message>
            <source>Qualquer pessoa</source>
            <translation>Anyone</translation>
        </message>
        <message>
            <source>Qualquer área</source>
            <translation>Any area</translation>
        </message>
        <message>
            <source>Sem sentimento</source>
            <translation>No sentiment</translation>
        </message>
        <message>
            <source>Sentimento</source>
            <translation>Sentiment</translation>
        </message>
        <message>
            <source>Só clientes VIP</source>
            <translation>VIP customers only</translation>
        </message>
        <message>
            <source>Todas</source>
            <translation>All</translation>
        </message>
        <message>
            <source>Use dia/mês/ano, como 21/11/2026</source>
            <translation>Use day/month/year, such as 21/11/2026</translation>
        </message>
        <message>
            <source>Visibilidade</source>
            <translation>Visibility</translation>
        </message>
        <message>
            <source>a</source>
            <translation>to</translation>
        </message>
        <message>
            <source>dd/mm/aaaa</source>
            <translation>dd/mm/yyyy</translation>
        </message>
        <message>
            <source>Área</source>
            <translation>Area</translation>
        </message>
        <message>
            <source>Área e dono</source>
            <translation>Area and owner</translation>
        </message>
    </context>
    <context>
        <name>FinderBar</name>
        <message>
            <source>Cancelar</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Cancelar (Esc)</source>
            <translation>Cancel (Esc)</translation>
        </message>
        <message>
            <source>Nada encontrado</source>
            <translation>Nothing found</translation>
        </message>
        <message>
            <source>Procurar</source>
            <translation>Find</translation>
        </message>
    </context>
    <context>
        <name>FlowPanel</name>
        <message>
            <source>Clique em uma etapa para ver a lista dela. A linha tracejada é o caminho das rotas diretas.</source>
            <translation>Click a step to see its list. The dashed line is the path of the direct routes.</translation>
        </message>
        <message>
            <source>Etapa</source>
            <translation>Step</translation>
        </message>
        <message>
            <source>Etapas do fluxo de atendimento</source>
            <translation>Steps of the case flow</translation>
        </message>
        <message>
            <source>Figura</source>
            <translation>Picture</translation>
        </message>
        <message>
            <source>Mostrar como</source>
            <translation>Show as</translation>
        </message>
        <message>
            <source>O que acontece</source>
            <translation>What happens</translation>
        </message>
        <message>
            <source>Quando</source>
            <translation>When</translation>
        </message>
        <message>
            <source>Quantos</source>
            <translation>How many</translation>
        </message>
        <message>
            <source>Tabela</source>
            <translation>Table</translation>
        </message>
    </context>
    <context>
        <name>FlowPicture</name>
        <message>
            <source>Fluxo de atendimento</source>
            <translation>Case flow</translation>
        </message>
        <message>
            <source>{name}: {n} {moment}</source>
            <translation>{name}: {n} {moment}</translation>
        </message>
    </context>
    <context>
        <name>ForecastPage</name>
        <message>
            <source>A equipe é calculada a partir da previsão, que ainda não existe.</source>
            <translation>The team is worked out from the forecast, which does not exist yet.</translation>
        </message>
        <message>
            <source>Calculando a equipe…</source>
            <translation>Working out the team…</translation>
        </message>
        <message>
            <source>Calculando a previsão…</source>
            <translation>Working out the forecast…</translation>
        </message>
        <message>
            <source>Canal</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Dia</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>Dia da semana</source>
            <translation>Day of the week</translation>
        </message>
        <message>
            <source>Dia previsto</source>
            <translation>Forecast day</translation>
        </message>
        <message>
            <source>Hora</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>Menções recebidas e as que devem chegar, com a faixa em que 80 % dos dias caem.</source>
            <translation>Mentions received and those expected, with the range where 80 % of the days fall.</translation>
        </message>
        <message>
            <source>Mês</source>
            <translation>Month</translation>
        </message>
        <message>
            <source>Pessoas por meia hora</source>
            <translation>People per half hour</translation>
        </message>
        <message>
            <source>Planejar a equipe para uma semana forte</source>
            <translation>Plan the team for a busy week</translation>
        </message>
        <message>
            <source>Previsão e equipe</source>
            <translation>Forecast and team</translation>
        </message>
        <message>
            <source>Quantas pessoas escalar em cada meia hora da semana para cumprir o nível de serviço.</source>
            <translation>How many people to schedule in each half hour of the week to meet the service level.</translation>
        </message>
        <message>
            <source>Semana inteira</source>
            <translation>Whole week</translation>
        </message>
        <message>
            <source>Todos os canais</source>
            <translation>All channels</translation>
        </message>
        <message>
            <source>Usa o alto da faixa de 80 % em vez do valor esperado</source>
            <translation>Uses the top of the 80 % range instead of the expected value</translation>
        </message>
        <message>
            <source>Ver por</source>
            <translation>See by</translation>
        </message>
        <message>
            <source>Volume previsto</source>
            <translation>Forecast volume</translation>
        </message>
        <message>
            <source>{weekday}, {day}</source>
            <translation>{weekday}, {day}</translation>
        </message>
    </context>
    <context>
        <name>FormDialog</name>
        <message>
            <source>Cancelar</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>ForwardPanel</name>
        <message>
            <source>Encaminhar</source>
            <translation>Forward</translation>
        </message>
        <message>
            <source>Encaminhar para uma área</source>
            <translation>Forward to an area</translation>
        </message>
        <message>
            <source>Por que vai para esta área e o que ela precisa responder</source>
            <translation>Why it goes to this area and what the area has to answer</translation>
        </message>
        <message>
            <source>{area} tem {span} de expediente para responder.</source>
            <translation>{area} has {span} of opening hours to answer.</translation>
        </message>
    </context>
    <context>
        <name>GroupBox</name>
        <message>
            <source>Exceções deste grupo</source>
            <translation>Exceptions of this group</translation>
        </message>
        <message>
            <source>Nome do grupo</source>
            <translation>Group name</translation>
        </message>
        <message>
            <source>Tirar o grupo</source>
            <translation>Remove the group</translation>
        </message>
        <message>
            <source>exceções de {name}</source>
            <translation>exceptions of {name}</translation>
        </message>
        <message>
            <source>{name}, {n} palavras</source>
            <translation>{name}, {n} words</translation>
        </message>
    </context>
    <context>
        <name>HandlesPanel</name>
        <message>
            <source>Cada perfil e cada atendimento volta para o seu cadastro</source>
            <translation>Each handle and each case goes back to its customer</translation>
        </message>
        <message>
            <source>Cadastros unidos a este</source>
            <translation>Customers merged into this one</translation>
        </message>
        <message>
            <source>Desfazer</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Desfazer a união com {name}</source>
            <translation>Undo the merge with {name}</translation>
        </message>
        <message>
            <source>Este perfil é de outra pessoa: passa a ter cadastro próprio</source>
            <translation>This handle is somebody else's: it becomes a customer of its own</translation>
        </message>
        <message>
            <source>Nenhum perfil: só o cadastro digitado.</source>
            <translation>No handle: only what was typed.</translation>
        </message>
        <message>
            <source>Perfis nos canais</source>
            <translation>Handles on channels</translation>
        </message>
        <message>
            <source>Separar</source>
            <translation>Split off</translation>
        </message>
        <message>
            <source>Separar {name}</source>
            <translation>Split off {name}</translation>
        </message>
        <message>
            <source>Unir a outro cadastro</source>
            <translation>Merge with another customer</translation>
        </message>
        <message>
            <source>Unir a outro…</source>
            <translation>Merge with…</translation>
        </message>
    </context>
    <context>
        <name>HeadTools</name>
        <message>
            <source>Adicionar</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>Pôr outro gráfico na visão geral</source>
            <translation>Put another chart on the overview</translation>
        </message>
        <message>
            <source>Relatório mensal (PDF)</source>
            <translation>Monthly report (PDF)</translation>
        </message>
        <message>
            <source>Seções</source>
            <translation>Sections</translation>
        </message>
        <message>
            <source>Tabela</source>
            <translation>Table</translation>
        </message>
        <message>
            <source>Ver todos os gráficos como tabelas</source>
            <translation>See all charts as tables</translation>
        </message>
        <message>
            <source>Voltar ao arranjo de fábrica</source>
            <translation>Back to the original layout</translation>
        </message>
    </context>
    <context>
        <name>HelpPage</name>
        <message>
            <source>Ajuda</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>Buscar na ajuda</source>
            <translation>Search the help</translation>
        </message>
        <message>
            <source>Limpar busca</source>
            <translation>Clear search</translation>
        </message>
        <message>
            <source>Nada na ajuda sobre “{typed}”. Tente uma palavra só, como protocolo ou importar.</source>
            <translation>Nothing in the help on “{typed}”. Try a single word, such as protocolo or importar.</translation>
        </message>
        <message>
            <source>Outras</source>
            <translation>Others</translation>
        </message>
        <message>
            <source>Página</source>
            <translation>Page</translation>
        </message>
        <message>
            <source>Páginas da ajuda</source>
            <translation>Help pages</translation>
        </message>
    </context>
    <context>
        <name>HelpText</name>
        <message>
            <source>Página da ajuda</source>
            <translation>Help page</translation>
        </message>
    </context>
    <context>
        <name>HelpWindow</name>
        <message>
            <source>Ajuda</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>Fechar</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Voltar</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>HomePanel</name>
        <message>
            <source>Arquivo</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Continuar</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>Guardadas</source>
            <translation>Stored</translation>
        </message>
        <message>
            <source>Importar arquivo</source>
            <translation>Import file</translation>
        </message>
        <message>
            <source>Importações anteriores</source>
            <translation>Earlier imports</translation>
        </message>
        <message>
            <source>Lidas</source>
            <translation>Read</translation>
        </message>
        <message>
            <source>Nenhum arquivo foi importado ainda.</source>
            <translation>No file has been imported yet.</translation>
        </message>
        <message>
            <source>Quando</source>
            <translation>When</translation>
        </message>
        <message>
            <source>Quem</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>Recusadas</source>
            <translation>Rejected</translation>
        </message>
        <message>
            <source>Repetidas</source>
            <translation>Duplicate</translation>
        </message>
        <message>
            <source>Situação</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Ver menções</source>
            <translation>Show mentions</translation>
        </message>
        <message>
            <source>Ver recusadas</source>
            <translation>Show rejected</translation>
        </message>
    </context>
    <context>
        <name>HoursHead</name>
        <message>
            <source>Canais</source>
            <translation>Channels</translation>
        </message>
        <message>
            <source>Criar</source>
            <translation>Create</translation>
        </message>
        <message>
            <source>Excluir este horário</source>
            <translation>Delete these hours</translation>
        </message>
        <message>
            <source>Fuso</source>
            <translation>Time zone</translation>
        </message>
        <message>
            <source>Fuso horário</source>
            <translation>Time zone</translation>
        </message>
        <message>
            <source>Ninguém usa este horário ainda.</source>
            <translation>Nobody uses these hours yet.</translation>
        </message>
        <message>
            <source>Nome para criar ou renomear um horário</source>
            <translation>Name to create or rename opening hours</translation>
        </message>
        <message>
            <source>Nome, por exemplo: E-mail</source>
            <translation>Name, for example: E-mail</translation>
        </message>
        <message>
            <source>Quem usa este horário</source>
            <translation>Who uses these hours</translation>
        </message>
        <message>
            <source>Renomear</source>
            <translation>Rename</translation>
        </message>
        <message>
            <source>Todos os canais</source>
            <translation>All channels</translation>
        </message>
        <message>
            <source>Vale para quem não tem horário próprio: {names}.</source>
            <translation>Apply to those without hours of their own: {names}.</translation>
        </message>
        <message>
            <source>Vale para: {names}.</source>
            <translation>Apply to: {names}.</translation>
        </message>
        <message>
            <source>aberto agora</source>
            <translation>open now</translation>
        </message>
        <message>
            <source>aberto agora · fecha {when}</source>
            <translation>open now · closes {when}</translation>
        </message>
        <message>
            <source>fechado agora</source>
            <translation>closed now</translation>
        </message>
        <message>
            <source>fechado agora · abre {when}</source>
            <translation>closed now · opens {when}</translation>
        </message>
        <message>
            <source>Áreas</source>
            <translation>Areas</translation>
        </message>
        <message>
            <source>às {time}</source>
            <translation>at {time}</translation>
        </message>
    </context>
    <context>
        <name>HoursPage</name>
        <message>
            <source>Aviso copiado</source>
            <translation>Notice copied</translation>
        </message>
        <message>
            <source>Clique e arraste para marcar; o intervalo de almoço fica em branco.</source>
            <translation>Click and drag to mark; leave the lunch break blank.</translation>
        </message>
        <message>
            <source>Horário de atendimento</source>
            <translation>Opening hours</translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message>
            <source>Abrir tabela de datas</source>
            <translation>Open table of dates</translation>
        </message>
        <message>
            <source>Abrir um arquivo CSV…</source>
            <translation>Open a CSV file…</translation>
        </message>
        <message>
            <source>Adicionar</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>Aposentar o que não está no arquivo</source>
            <translation>Retire what is not in the file</translation>
        </message>
        <message>
            <source>Detalhe</source>
            <translation>Detail</translation>
        </message>
        <message>
            <source>E mais {n} linhas.</source>
            <translation>And {n} more rows.</translation>
        </message>
        <message>
            <source>Importar</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>Importar árvore</source>
            <translation>Import tree</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>Item</translation>
        </message>
        <message>
            <source>Linha</source>
            <translation>Row</translation>
        </message>
        <message>
            <source>Linhas do arquivo</source>
            <translation>Rows of the file</translation>
        </message>
        <message>
            <source>Nenhuma linha pôde ser lida como data.</source>
            <translation>No row could be read as a date.</translation>
        </message>
        <message>
            <source>O arquivo não pôde ser aberto. Confira se ele ainda está lá.</source>
            <translation>The file could not be opened. Check that it is still there.</translation>
        </message>
        <message>
            <source>O que faz</source>
            <translation>What it does</translation>
        </message>
        <message>
            <source>O que foi lido</source>
            <translation>What was read</translation>
        </message>
        <message>
            <source>Problema</source>
            <translation>Problem</translation>
        </message>
        <message>
            <source>Tabela</source>
            <translation>Table</translation>
        </message>
        <message>
            <source>Tabelas (*.csv *.txt)</source>
            <translation>Tables (*.csv *.txt)</translation>
        </message>
        <message>
            <source>Trazer datas de uma tabela</source>
            <translation>Bring dates from a table</translation>
        </message>
        <message>
            <source>Uma data por linha: data; nome; horário. Sem horário, o dia fica fechado.</source>
            <translation>One date per row: date; name; hours. Without hours, the day is closed.</translation>
        </message>
        <message>
            <source>em {place}</source>
            <translation>in {place}</translation>
        </message>
        <message>
            <source>no topo</source>
            <translation>at the top</translation>
        </message>
        <message>
            <source>não</source>
            <translation>no</translation>
        </message>
        <message>
            <source>sim</source>
            <translation>yes</translation>
        </message>
        <message>
            <source>substitui a que existe</source>
            <translation>replaces the existing one</translation>
        </message>
        <message>
            <source>{file} em “{axis}”. Nada é gravado antes de você confirmar, e um só desfazer volta tudo.</source>
            <translation>{file} into “{axis}”. Nothing is saved before you confirm, and a single undo puts everything back.</translation>
        </message>
        <message>
            <source>{good} datas entram, {bad} linhas ficam de fora.</source>
            <translation>{good} dates will be added, {bad} rows are left out.</translation>
        </message>
        <message>
            <source>✗ linha {n}: {reason}</source>
            <translation>✗ row {n}: {reason}</translation>
        </message>
    </context>
    <context>
        <name>ImportFlow</name>
        <message>
            <source>A importação parou com um erro.</source>
            <translation>The import stopped with an error.</translation>
        </message>
        <message>
            <source>Arquivo</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Colunas</source>
            <translation>Columns</translation>
        </message>
        <message>
            <source>Conferindo sem gravar nada</source>
            <translation>Checking without storing anything</translation>
        </message>
        <message>
            <source>Conferindo {name}</source>
            <translation>Checking {name}</translation>
        </message>
        <message>
            <source>Conferência</source>
            <translation>Check</translation>
        </message>
        <message>
            <source>Escolher o arquivo</source>
            <translation>Choose the file</translation>
        </message>
        <message>
            <source>Escolher outro arquivo</source>
            <translation>Choose another file</translation>
        </message>
        <message>
            <source>Importando</source>
            <translation>Importing</translation>
        </message>
        <message>
            <source>Importando {name}</source>
            <translation>Importing {name}</translation>
        </message>
        <message>
            <source>Importação</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>Olhando o arquivo…</source>
            <translation>Looking at the file…</translation>
        </message>
        <message>
            <source>conferida, falta importar</source>
            <translation>checked, not yet imported</translation>
        </message>
        <message>
            <source>conferindo</source>
            <translation>checking</translation>
        </message>
        <message>
            <source>conferir colunas</source>
            <translation>check the columns</translation>
        </message>
        <message>
            <source>não pôde ser lido</source>
            <translation>could not be read</translation>
        </message>
        <message>
            <source>olhando o arquivo</source>
            <translation>looking at the file</translation>
        </message>
        <message>
            <source>ver o resultado</source>
            <translation>see the result</translation>
        </message>
    </context>
    <context>
        <name>InboxListPanel</name>
        <message>
            <source>Importar menções</source>
            <translation>Import mentions</translation>
        </message>
        <message>
            <source>Limpar filtros</source>
            <translation>Clear filters</translation>
        </message>
        <message>
            <source>Nenhuma menção ainda.</source>
            <translation>No mentions yet.</translation>
        </message>
        <message>
            <source>Tentar de novo</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Tudo triado. Bom trabalho.</source>
            <translation>Everything triaged. Well done.</translation>
        </message>
    </context>
    <context>
        <name>InboxListView</name>
        <message>
            <source>Lista da entrada</source>
            <translation>Inbox list</translation>
        </message>
    </context>
    <context>
        <name>InboxPage</name>
        <message>
            <source>Nenhum caso esperando. Bom trabalho.</source>
            <translation>No case is waiting. Well done.</translation>
        </message>
    </context>
    <context>
        <name>IntakePage</name>
        <message>
            <source>Arquivos de menções ({names})</source>
            <translation>Files of mentions ({names})</translation>
        </message>
        <message>
            <source>Avançar na importação</source>
            <translation>Next step of the import</translation>
        </message>
        <message>
            <source>Detalhe</source>
            <translation>Detail</translation>
        </message>
        <message>
            <source>Escolha de novo o arquivo {name}</source>
            <translation>Choose the file {name} again</translation>
        </message>
        <message>
            <source>Importar arquivo</source>
            <translation>Import file</translation>
        </message>
        <message>
            <source>Importar menções</source>
            <translation>Import mentions</translation>
        </message>
        <message>
            <source>Importação</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>Linha</source>
            <translation>Row</translation>
        </message>
        <message>
            <source>Linhas recusadas salvas: {n}</source>
            <translation>Rejected rows saved: {n}</translation>
        </message>
        <message>
            <source>Motivo</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Salvar linhas recusadas</source>
            <translation>Save rejected rows</translation>
        </message>
        <message>
            <source>Tabela CSV (*.csv)</source>
            <translation>CSV table (*.csv)</translation>
        </message>
        <message>
            <source>Todas as importações</source>
            <translation>All imports</translation>
        </message>
        <message>
            <source>Todos os arquivos (*)</source>
            <translation>All files (*)</translation>
        </message>
        <message>
            <source>Trecho</source>
            <translation>Excerpt</translation>
        </message>
        <message>
            <source>{name} - recusadas.csv</source>
            <translation>{name} - rejected.csv</translation>
        </message>
        <message>
            <source>{name} · importando, {share}</source>
            <translation>{name} · importing, {share}</translation>
        </message>
    </context>
    <context>
        <name>JobLine</name>
        <message>
            <source>Andamento</source>
            <translation>Progress</translation>
        </message>
        <message>
            <source>Cancelar tarefa</source>
            <translation>Cancel task</translation>
        </message>
        <message>
            <source>cancelando…</source>
            <translation>cancelling…</translation>
        </message>
    </context>
    <context>
        <name>KeyNotice</name>
        <message>
            <source>Digitar o código</source>
            <translation>Enter the code</translation>
        </message>
        <message>
            <source>Este computador não tem a chave da equipe: as contas com senha são lidas só pelos outros.</source>
            <translation>This computer doesn't have the team key: accounts with a password are read only by the others.</translation>
        </message>
    </context>
    <context>
        <name>KeysPage</name>
        <message>
            <source>Ação</source>
            <translation>Action</translation>
        </message>
        <message>
            <source>Ações e teclas</source>
            <translation>Actions and keys</translation>
        </message>
        <message>
            <source>Ctrl+Alt vira AltGr em teclados brasileiros. Escolha outra tecla.</source>
            <translation>Ctrl+Alt becomes AltGr on Brazilian keyboards. Choose another key.</translation>
        </message>
        <message>
            <source>Enquanto você digita um texto, as teclas simples são só letras.</source>
            <translation>While you type a text, single keys are just letters.</translation>
        </message>
        <message>
            <source>Nova tecla</source>
            <translation>New key</translation>
        </message>
        <message>
            <source>Onde</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>Procurar ação</source>
            <translation>Find an action</translation>
        </message>
        <message>
            <source>Restaurar todas</source>
            <translation>Restore all</translation>
        </message>
        <message>
            <source>Sem tecla</source>
            <translation>No key</translation>
        </message>
        <message>
            <source>Teclas</source>
            <translation>Keys</translation>
        </message>
        <message>
            <source>Teclas de atalho</source>
            <translation>Keyboard shortcuts</translation>
        </message>
        <message>
            <source>Usar esta tecla</source>
            <translation>Use this key</translation>
        </message>
        <message>
            <source>Usar teclas simples, como E para encerrar</source>
            <translation>Use single keys, such as E to close</translation>
        </message>
        <message>
            <source>Voltar ao padrão</source>
            <translation>Back to default</translation>
        </message>
        <message>
            <source>mudada</source>
            <translation>changed</translation>
        </message>
        <message>
            <source>{key} já faz “{other}”. Nada mudou: escolha outra tecla ou libere aquela antes.</source>
            <translation>{key} already does “{other}”. Nothing changed: choose another key or free that one first.</translation>
        </message>
    </context>
    <context>
        <name>LedgerPanel</name>
        <message>
            <source>As primeiras {shown} de {total} linhas recusadas</source>
            <translation>The first {shown} of {total} rejected rows</translation>
        </message>
        <message>
            <source>Guardadas</source>
            <translation>Stored</translation>
        </message>
        <message>
            <source>Lidas</source>
            <translation>Read</translation>
        </message>
        <message>
            <source>Linha</source>
            <translation>Row</translation>
        </message>
        <message>
            <source>Linhas recusadas</source>
            <translation>Rejected rows</translation>
        </message>
        <message>
            <source>Motivo</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>O que houve</source>
            <translation>What happened</translation>
        </message>
        <message>
            <source>Recusadas</source>
            <translation>Rejected</translation>
        </message>
        <message>
            <source>Recusadas por motivo: {words}</source>
            <translation>Rejected by reason: {words}</translation>
        </message>
        <message>
            <source>Repetidas</source>
            <translation>Duplicate</translation>
        </message>
        <message>
            <source>Seriam guardadas</source>
            <translation>Would be stored</translation>
        </message>
        <message>
            <source>Trecho</source>
            <translation>Excerpt</translation>
        </message>
        <message>
            <source>já estavam no Balcão</source>
            <translation>were here already</translation>
        </message>
    </context>
    <context>
        <name>LegalPanel</name>
        <message>
            <source>Agente de tratamento de pequeno porte (LGPD em dobro)</source>
            <translation>Small-scale processing agent (double LGPD deadlines)</translation>
        </message>
        <message>
            <source>Até</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>Norma</source>
            <translation>Norm</translation>
        </message>
        <message>
            <source>Nova vigência…</source>
            <translation>New period of validity…</translation>
        </message>
        <message>
            <source>O quê</source>
            <translation>What</translation>
        </message>
        <message>
            <source>Perfil</source>
            <translation>Profile</translation>
        </message>
        <message>
            <source>Perfil legal da empresa</source>
            <translation>Company legal profile</translation>
        </message>
        <message>
            <source>Prazo</source>
            <translation>Deadline</translation>
        </message>
        <message>
            <source>Prazos da lei</source>
            <translation>Legal deadlines</translation>
        </message>
        <message>
            <source>Situação</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Vale de</source>
            <translation>Valid from</translation>
        </message>
        <message>
            <source>ainda não</source>
            <translation>not yet</translation>
        </message>
        <message>
            <source>em vigor</source>
            <translation>in force</translation>
        </message>
        <message>
            <source>encerrada</source>
            <translation>ended</translation>
        </message>
    </context>
    <context>
        <name>LevelBlock</name>
        <message>
            <source> min</source>
            <translation> min</translation>
        </message>
        <message>
            <source>Exceções do nível</source>
            <translation>Exceptions of the level</translation>
        </message>
        <message>
            <source>Grupos de palavras</source>
            <translation>Word groups</translation>
        </message>
        <message>
            <source>Identificar em</source>
            <translation>Identify in</translation>
        </message>
        <message>
            <source>Nome do nível</source>
            <translation>Level name</translation>
        </message>
        <message>
            <source>Novo grupo</source>
            <translation>New group</translation>
        </message>
        <message>
            <source>Novo grupo de palavras</source>
            <translation>New word group</translation>
        </message>
        <message>
            <source>Nível {level}</source>
            <translation>Level {level}</translation>
        </message>
        <message>
            <source>O som toca para</source>
            <translation>The sound plays for</translation>
        </message>
        <message>
            <source>Perfis avisados</source>
            <translation>Roles alerted</translation>
        </message>
        <message>
            <source>Pessoas avisadas</source>
            <translation>People alerted</translation>
        </message>
        <message>
            <source>Responder em</source>
            <translation>Answer in</translation>
        </message>
        <message>
            <source>Resposta pública espera aprovação</source>
            <translation>Public replies wait for approval</translation>
        </message>
        <message>
            <source>Só em menções negativas</source>
            <translation>Only in negative mentions</translation>
        </message>
        <message>
            <source>e as pessoas</source>
            <translation>and the people</translation>
        </message>
        <message>
            <source>exceções do nível</source>
            <translation>exceptions of the level</translation>
        </message>
        <message>
            <source>Áreas responsáveis</source>
            <translation>Responsible areas</translation>
        </message>
    </context>
    <context>
        <name>ListHeader</name>
        <message>
            <source>Buscar nesta lista</source>
            <translation>Search this list</translation>
        </message>
        <message>
            <source>Buscar nesta lista…</source>
            <translation>Search this list…</translation>
        </message>
        <message>
            <source>Filtros</source>
            <translation>Filters</translation>
        </message>
        <message>
            <source>Mudar a ordem da lista</source>
            <translation>Change the order of the list</translation>
        </message>
        <message>
            <source>Ordem da lista</source>
            <translation>Order of the list</translation>
        </message>
        <message>
            <source>Ordem: {name}</source>
            <translation>Order: {name}</translation>
        </message>
    </context>
    <context>
        <name>ListeningDialog</name>
        <message>
            <source>Chegou mais do que cabe aqui: são as menções mais novas.</source>
            <translation>More arrived than fits here: these are the newest mentions.</translation>
        </message>
        <message>
            <source>Copiado</source>
            <translation>Copied</translation>
        </message>
        <message>
            <source>Copiar como texto</source>
            <translation>Copy as text</translation>
        </message>
        <message>
            <source>De {since} a {until}: {n} menções de {authors} pessoas, {a_day} por dia; {bad} negativas. Mais movimento às {hours}.</source>
            <translation>From {since} to {until}: {n} mentions from {authors} people, {a_day} a day; {bad} negative. Busiest at {hours}.</translation>
        </message>
        <message>
            <source>Dias da semana</source>
            <translation>Days of the week</translation>
        </message>
        <message>
            <source>Do que falam</source>
            <translation>What people talk about</translation>
        </message>
        <message>
            <source>Fechar</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Horas do dia</source>
            <translation>Hours of the day</translation>
        </message>
        <message>
            <source>Idioma</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Lendo o que chegou nos últimos 30 dias…</source>
            <translation>Reading what arrived in the last 30 days…</translation>
        </message>
        <message>
            <source>Misto</source>
            <translation>Mixed</translation>
        </message>
        <message>
            <source>Nada chegou ainda nesta conta. Deixe ouvindo por alguns dias e volte aqui.</source>
            <translation>Nothing has arrived in this account yet. Leave it listening for a few days and come back here.</translation>
        </message>
        <message>
            <source>Nada encontrado.</source>
            <translation>Nothing found.</translation>
        </message>
        <message>
            <source>Negativo</source>
            <translation>Negative</translation>
        </message>
        <message>
            <source>Neutro</source>
            <translation>Neutral</translation>
        </message>
        <message>
            <source>Não deu para dizer</source>
            <translation>Couldn't tell</translation>
        </message>
        <message>
            <source>Nível {level}</source>
            <translation>Level {level}</translation>
        </message>
        <message>
            <source>O que se ouviu aqui</source>
            <translation>What was heard here</translation>
        </message>
        <message>
            <source>Ouvir {name}</source>
            <translation>Listen to {name}</translation>
        </message>
        <message>
            <source>Positivo</source>
            <translation>Positive</translation>
        </message>
        <message>
            <source>Quem mais fala</source>
            <translation>Who talks most</translation>
        </message>
        <message>
            <source>Temas delicados</source>
            <translation>Sensitive topics</translation>
        </message>
        <message>
            <source>Tom</source>
            <translation>Tone</translation>
        </message>
        <message>
            <source>não informado</source>
            <translation>not given</translation>
        </message>
        <message>
            <source>{hour} h</source>
            <translation>{hour} h</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Letra em {scale} %</source>
            <translation>Text at {scale} %</translation>
        </message>
        <message>
            <source>Sair mesmo assim</source>
            <translation>Quit anyway</translation>
        </message>
    </context>
    <context>
        <name>MappingHeader</name>
        <message>
            <source>A coluna “{header}” é</source>
            <translation>The column “{header}” is</translation>
        </message>
    </context>
    <context>
        <name>MarksBar</name>
        <message>
            <source>1 marcada</source>
            <translation>1 marked</translation>
        </message>
        <message>
            <source>1 marcado</source>
            <translation>1 marked</translation>
        </message>
        <message>
            <source>Desmarcar</source>
            <translation>Unmark</translation>
        </message>
        <message>
            <source>Desmarcar tudo (Esc)</source>
            <translation>Unmark all (Esc)</translation>
        </message>
        <message>
            <source>Marcar todas as {n} do filtro</source>
            <translation>Mark all {n} of the filter</translation>
        </message>
        <message>
            <source>Marcar tudo o que o filtro encontra (Ctrl+A de novo)</source>
            <translation>Mark everything the filter finds (Ctrl+A again)</translation>
        </message>
        <message>
            <source>{n} marcadas</source>
            <translation>{n} marked</translation>
        </message>
        <message>
            <source>{n} marcados</source>
            <translation>{n} marked</translation>
        </message>
    </context>
    <context>
        <name>MembersBox</name>
        <message>
            <source>Pessoas da área</source>
            <translation>People of the area</translation>
        </message>
        <message>
            <source>Pessoas da área (espaço marca)</source>
            <translation>People of the area (space marks)</translation>
        </message>
        <message>
            <source>Representa a área no comitê</source>
            <translation>Represents the area on the committee</translation>
        </message>
        <message>
            <source>ninguém ainda</source>
            <translation>nobody yet</translation>
        </message>
    </context>
    <context>
        <name>MentionsPanel</name>
        <message>
            <source>Juntar a escolhida</source>
            <translation>Add the chosen one</translation>
        </message>
        <message>
            <source>Juntar atendimento</source>
            <translation>Add case</translation>
        </message>
        <message>
            <source>Juntar atendimento pelo protocolo</source>
            <translation>Add case by protocol</translation>
        </message>
        <message>
            <source>Juntar todas</source>
            <translation>Add all</translation>
        </message>
        <message>
            <source>Juntar todas ({n})</source>
            <translation>Add all ({n})</translation>
        </message>
        <message>
            <source>Menções da sala</source>
            <translation>Mentions of the room</translation>
        </message>
        <message>
            <source>Menções parecidas</source>
            <translation>Similar mentions</translation>
        </message>
        <message>
            <source>Nenhuma menção nesta sala ainda.</source>
            <translation>No mentions in this room yet.</translation>
        </message>
        <message>
            <source>Nenhuma menção parecida neste período.</source>
            <translation>No similar mentions in this period.</translation>
        </message>
        <message>
            <source>Parecidas: mesmas palavras ou mesmo assunto</source>
            <translation>Similar: same words or same subject</translation>
        </message>
        <message>
            <source>Período das parecidas</source>
            <translation>Period of the similar ones</translation>
        </message>
        <message>
            <source>Procurar parecidas</source>
            <translation>Search for similar ones</translation>
        </message>
        <message>
            <source>Protocolo de um atendimento</source>
            <translation>Protocol of a case</translation>
        </message>
        <message>
            <source>Tirar da sala</source>
            <translation>Remove from the room</translation>
        </message>
        <message>
            <source>Um exercício não usa menções nem atendimentos de verdade.</source>
            <translation>A drill uses no real mentions or cases.</translation>
        </message>
        <message>
            <source>Ver</source>
            <translation>See</translation>
        </message>
        <message>
            <source>Voltar às da sala</source>
            <translation>Back to those of the room</translation>
        </message>
        <message>
            <source>identificar</source>
            <translation>identify</translation>
        </message>
        <message>
            <source>responder</source>
            <translation>answer</translation>
        </message>
        <message>
            <source>últimas {n} horas</source>
            <translation>last {n} hours</translation>
        </message>
    </context>
    <context>
        <name>MergePanel</name>
        <message>
            <source>Cancelar</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Nome, perfil, e-mail, telefone, CPF ou protocolo</source>
            <translation>Name, handle, e-mail, phone, CPF or protocol</translation>
        </message>
        <message>
            <source>O outro cadastro</source>
            <translation>The other customer</translation>
        </message>
        <message>
            <source>Perfis e atendimentos do outro passam para este. Dá para desfazer.</source>
            <translation>The other's handles and cases move here. This can be undone.</translation>
        </message>
        <message>
            <source>Quem mais é {name}?</source>
            <translation>Who else is {name}?</translation>
        </message>
    </context>
    <context>
        <name>NameDialog</name>
        <message>
            <source>Criar</source>
            <translation>Create</translation>
        </message>
        <message>
            <source>Escreva o nome do item.</source>
            <translation>Write the name of the item.</translation>
        </message>
        <message>
            <source>Nome</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Novo item</source>
            <translation>New item</translation>
        </message>
    </context>
    <context>
        <name>NetworkList</name>
        <message>
            <source>Qual rede?</source>
            <translation>Which network?</translation>
        </message>
        <message>
            <source>Redes</source>
            <translation>Networks</translation>
        </message>
    </context>
    <context>
        <name>NewsPill</name>
        <message>
            <source>1 nova (F5)</source>
            <translation>1 new (F5)</translation>
        </message>
        <message>
            <source>1 novidade (F5)</source>
            <translation>1 piece of news (F5)</translation>
        </message>
        <message>
            <source>Há novidades nesta lista (F5)</source>
            <translation>There is news in this list (F5)</translation>
        </message>
        <message>
            <source>{n} novas (F5)</source>
            <translation>{n} new (F5)</translation>
        </message>
        <message>
            <source>{n} novidades (F5)</source>
            <translation>{n} pieces of news (F5)</translation>
        </message>
    </context>
    <context>
        <name>NodeDelegate</name>
        <message>
            <source>Novo nome</source>
            <translation>New name</translation>
        </message>
        <message>
            <source>tecla {key}</source>
            <translation>key {key}</translation>
        </message>
    </context>
    <context>
        <name>NodeForm</name>
        <message>
            <source>Em que caso este item serve, e qual usar quando não serve</source>
            <translation>When this item fits, and which one to use when it does not</translation>
        </message>
        <message>
            <source>Sem cor</source>
            <translation>No colour</translation>
        </message>
        <message>
            <source>Uma frase de cliente por linha</source>
            <translation>One customer phrase per line</translation>
        </message>
        <message>
            <source>Uma letra ou um número que escolhe este item ao classificar</source>
            <translation>A letter or number that chooses this item when classifying</translation>
        </message>
        <message>
            <source>desfazer</source>
            <translation>undo</translation>
        </message>
    </context>
    <context>
        <name>NodeTree</name>
        <message>
            <source>Itens do eixo</source>
            <translation>Items of the axis</translation>
        </message>
    </context>
    <context>
        <name>NoticePanel</name>
        <message>
            <source>AVISO PÚBLICO</source>
            <translation>PUBLIC NOTICE</translation>
        </message>
        <message>
            <source>Aviso público</source>
            <translation>Public notice</translation>
        </message>
        <message>
            <source>Completo</source>
            <translation>Full</translation>
        </message>
        <message>
            <source>Copiar completo</source>
            <translation>Copy full</translation>
        </message>
        <message>
            <source>Copiar curto</source>
            <translation>Copy short</translation>
        </message>
        <message>
            <source>Copiar médio</source>
            <translation>Copy medium</translation>
        </message>
        <message>
            <source>Curto</source>
            <translation>Short</translation>
        </message>
        <message>
            <source>Médio</source>
            <translation>Medium</translation>
        </message>
        <message>
            <source>Não sei preencher {names}.</source>
            <translation>I cannot fill in {names}.</translation>
        </message>
        <message>
            <source>O cliente lê: {text}</source>
            <translation>The customer reads: {text}</translation>
        </message>
        <message>
            <source>RESPOSTA AUTOMÁTICA FORA DO HORÁRIO</source>
            <translation>AUTOMATIC ANSWER OUTSIDE OPENING HOURS</translation>
        </message>
        <message>
            <source>Resposta automática fora do horário</source>
            <translation>Automatic answer outside opening hours</translation>
        </message>
        <message>
            <source>Sai sozinha nas mensagens privadas às contas conectadas, uma vez por conversa enquanto estiver fechado, e nunca em crise. Para isso o nome da empresa precisa estar preenchido.</source>
            <translation>Goes out by itself in private messages to the connected accounts, once per conversation while you're closed, and never in a crisis. For this, the company name must be filled in.</translation>
        </message>
        <message>
            <source>Salvar resposta</source>
            <translation>Save answer</translation>
        </message>
        <message>
            <source>Tamanho do aviso</source>
            <translation>Size of the notice</translation>
        </message>
        <message>
            <source>cabe no perfil</source>
            <translation>fits in the profile</translation>
        </message>
        <message>
            <source>não cabe no perfil</source>
            <translation>does not fit in the profile</translation>
        </message>
        <message>
            <source>{n} caracteres</source>
            <translation>{n} characters</translation>
        </message>
    </context>
    <context>
        <name>OpenRoomDialog</name>
        <message>
            <source>Abrir sala</source>
            <translation>Open room</translation>
        </message>
        <message>
            <source>Começar exercício</source>
            <translation>Start drill</translation>
        </message>
        <message>
            <source>Do que se trata: “Vidro na geleia”</source>
            <translation>What it is about: “Glass in the jam”</translation>
        </message>
        <message>
            <source>Dê um nome à sala.</source>
            <translation>Give the room a name.</translation>
        </message>
        <message>
            <source>Exercício de crise</source>
            <translation>Crisis drill</translation>
        </message>
        <message>
            <source>Juntar à sala</source>
            <translation>Add to room</translation>
        </message>
        <message>
            <source>Marcado como {word} em todo lugar. Os alertas tocam como de verdade em todas as estações; nenhuma menção e nenhum atendimento é usado.</source>
            <translation>Marked as {word} everywhere. Alerts sound for real on every workstation; no mention and no case is used.</translation>
        </message>
        <message>
            <source>Nome</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Nova sala</source>
            <translation>New room</translation>
        </message>
        <message>
            <source>Nível</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>O que aconteceu, inventado</source>
            <translation>What happened, made up</translation>
        </message>
        <message>
            <source>Onde juntar</source>
            <translation>Where to add</translation>
        </message>
        <message>
            <source>Sala de crise</source>
            <translation>Crisis room</translation>
        </message>
        <message>
            <source>Situação</source>
            <translation>State</translation>
        </message>
    </context>
    <context>
        <name>OutboxPage</name>
        <message>
            <source>Canal</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Cliente</source>
            <translation>Customer</translation>
        </message>
        <message>
            <source>Envios</source>
            <translation>Outbox</translation>
        </message>
        <message>
            <source>O que a equipe escreveu e ainda não saiu: o que precisa de você vem primeiro.</source>
            <translation>What the team has written that hasn't gone out yet: what needs you comes first.</translation>
        </message>
        <message>
            <source>O que mostrar</source>
            <translation>What to show</translation>
        </message>
        <message>
            <source>Protocolo</source>
            <translation>Protocol</translation>
        </message>
        <message>
            <source>Próxima vez</source>
            <translation>Next time</translation>
        </message>
        <message>
            <source>Resposta</source>
            <translation>Reply</translation>
        </message>
        <message>
            <source>Respostas que ainda não saíram</source>
            <translation>Replies that haven't gone out yet</translation>
        </message>
        <message>
            <source>Situação</source>
            <translation>State</translation>
        </message>
    </context>
    <context>
        <name>PeoplePage</name>
        <message>
            <source>Ativa</source>
            <translation>Active</translation>
        </message>
        <message>
            <source>Desativar</source>
            <translation>Deactivate</translation>
        </message>
        <message>
            <source>Equipe</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>Incluir pessoa</source>
            <translation>Add person</translation>
        </message>
        <message>
            <source>Mostrar quem saiu</source>
            <translation>Show who left</translation>
        </message>
        <message>
            <source>Nome</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Nome como a equipe conhece</source>
            <translation>Name as the team knows it</translation>
        </message>
        <message>
            <source>Nome da pessoa nova</source>
            <translation>Name of the new person</translation>
        </message>
        <message>
            <source>Perfil</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>Perfil da pessoa nova</source>
            <translation>Role of the new person</translation>
        </message>
        <message>
            <source>Pessoa escolhida</source>
            <translation>Person chosen</translation>
        </message>
        <message>
            <source>Pessoa nova</source>
            <translation>New person</translation>
        </message>
        <message>
            <source>Pessoas da equipe</source>
            <translation>People of the team</translation>
        </message>
        <message>
            <source>Quem pode entrar no Balcão e com qual perfil. O nome aparece no histórico.</source>
            <translation>Who may sign in, and in which role. The name appears in the history.</translation>
        </message>
        <message>
            <source>Reativar</source>
            <translation>Reactivate</translation>
        </message>
        <message>
            <source>Saiu</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>Salvar</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Situação</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Só a supervisão e a administração mudam a equipe.</source>
            <translation>Only supervisors and administrators change the team.</translation>
        </message>
    </context>
    <context>
        <name>PersonaPage</name>
        <message>
            <source>Como a marca diria</source>
            <translation>How the brand would say it</translation>
        </message>
        <message>
            <source>Como esse traço aparece na resposta</source>
            <translation>How this trait shows in the answer</translation>
        </message>
        <message>
            <source>Frase nova</source>
            <translation>New phrase</translation>
        </message>
        <message>
            <source>Frases de exemplo</source>
            <translation>Example phrases</translation>
        </message>
        <message>
            <source>Marque um ou mais traços para cada natureza: eles aparecem ao lado da resposta.</source>
            <translation>Mark one or more traits for each nature: they show beside the answer.</translation>
        </message>
        <message>
            <source>Natureza</source>
            <translation>Nature</translation>
        </message>
        <message>
            <source>Natureza e traço</source>
            <translation>Nature and trait</translation>
        </message>
        <message>
            <source>Nome</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Nova frase</source>
            <translation>New phrase</translation>
        </message>
        <message>
            <source>Novo traço</source>
            <translation>New trait</translation>
        </message>
        <message>
            <source>Persona da marca</source>
            <translation>Brand persona</translation>
        </message>
        <message>
            <source>Se a marca fosse uma pessoa: como fala em cada situação.</source>
            <translation>If the brand were a person: how it speaks in each situation.</translation>
        </message>
        <message>
            <source>Traço</source>
            <translation>Trait</translation>
        </message>
        <message>
            <source>Traço novo</source>
            <translation>New trait</translation>
        </message>
        <message>
            <source>Traços</source>
            <translation>Traits</translation>
        </message>
    </context>
    <context>
        <name>PersonaSheet</name>
        <message>
            <source>Escolher figura</source>
            <translation>Choose picture</translation>
        </message>
        <message>
            <source>Escolher figura…</source>
            <translation>Choose picture…</translation>
        </message>
        <message>
            <source>Figura da persona</source>
            <translation>Persona picture</translation>
        </message>
        <message>
            <source>Figuras (*.png *.jpg *.jpeg)</source>
            <translation>Pictures (*.png *.jpg *.jpeg)</translation>
        </message>
        <message>
            <source>Nome da persona</source>
            <translation>Persona name</translation>
        </message>
        <message>
            <source>Quem ela é e como fala</source>
            <translation>Who they are and how they speak</translation>
        </message>
        <message>
            <source>Se a marca fosse uma pessoa…</source>
            <translation>If the brand were a person…</translation>
        </message>
        <message>
            <source>Sem figura</source>
            <translation>No picture</translation>
        </message>
        <message>
            <source>Tirar figura</source>
            <translation>Remove picture</translation>
        </message>
    </context>
    <context>
        <name>PhoneDialog</name>
        <message>
            <source>Abrir e gerar protocolo</source>
            <translation>Open and give a protocol</translation>
        </message>
        <message>
            <source>Abrir e gerar protocolo (Ctrl+Enter)</source>
            <translation>Open and give a protocol (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Balcão</source>
            <translation>Counter</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>Novo atendimento</source>
            <translation>New case</translation>
        </message>
        <message>
            <source>O que a pessoa disse, em poucas palavras.</source>
            <translation>What the person said, in a few words.</translation>
        </message>
        <message>
            <source>O que disse</source>
            <translation>What they said</translation>
        </message>
        <message>
            <source>Outro</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>Por onde veio</source>
            <translation>How it came in</translation>
        </message>
        <message>
            <source>Quem</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>Quem está falando?</source>
            <translation>Who is speaking?</translation>
        </message>
        <message>
            <source>Telefone</source>
            <translation>Telephone</translation>
        </message>
        <message>
            <source>Telefone ou e-mail</source>
            <translation>Telephone or e-mail</translation>
        </message>
        <message>
            <source>Um telefone ou e-mail para voltar a falar.</source>
            <translation>A telephone or e-mail to get back to them.</translation>
        </message>
        <message>
            <source>WhatsApp</source>
            <translation>WhatsApp</translation>
        </message>
    </context>
    <context>
        <name>PickDialog</name>
        <message>
            <source>Digite parte do nome</source>
            <translation>Type part of the name</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>Item</translation>
        </message>
        <message>
            <source>Nada com essas letras</source>
            <translation>Nothing with these letters</translation>
        </message>
    </context>
    <context>
        <name>PlacePanel</name>
        <message>
            <source>Arquivo dos atendimentos</source>
            <translation>File of the cases</translation>
        </message>
        <message>
            <source>Balcão (*.balcao);;Todos os arquivos (*)</source>
            <translation>Balcão (*.balcao);;All files (*)</translation>
        </message>
        <message>
            <source>Banco</source>
            <translation>Database</translation>
        </message>
        <message>
            <source>Em branco usa a que está guardada</source>
            <translation>Empty uses the stored one</translation>
        </message>
        <message>
            <source>Escolha o arquivo em que os atendimentos serão guardados.</source>
            <translation>Choose the file in which the cases will be kept.</translation>
        </message>
        <message>
            <source>Escolher o arquivo dos atendimentos</source>
            <translation>Choose the file of the cases</translation>
        </message>
        <message>
            <source>Escolher…</source>
            <translation>Choose…</translation>
        </message>
        <message>
            <source>Neste computador</source>
            <translation>On this computer</translation>
        </message>
        <message>
            <source>Onde ficam os atendimentos</source>
            <translation>Where the cases are kept</translation>
        </message>
        <message>
            <source>Porta</source>
            <translation>Port</translation>
        </message>
        <message>
            <source>Preencha servidor, banco e usuário. Quem cuida do servidor tem esses dados.</source>
            <translation>Fill in server, database and user. Whoever looks after the server has them.</translation>
        </message>
        <message>
            <source>Senha</source>
            <translation>Password</translation>
        </message>
        <message>
            <source>Servidor</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Servidor da equipe</source>
            <translation>Team server</translation>
        </message>
        <message>
            <source>Usuário</source>
            <translation>User</translation>
        </message>
    </context>
    <context>
        <name>PlanningPage</name>
        <message>
            <source>Descer</source>
            <translation>Move down</translation>
        </message>
        <message>
            <source>Descer o passo na lista</source>
            <translation>Move the step down the list</translation>
        </message>
        <message>
            <source>Documento PDF (*.pdf)</source>
            <translation>PDF document (*.pdf)</translation>
        </message>
        <message>
            <source>Feito em {when} por {who}</source>
            <translation>Made on {when} by {who}</translation>
        </message>
        <message>
            <source>Passo do planejamento</source>
            <translation>Planning step</translation>
        </message>
        <message>
            <source>Passos resolvidos</source>
            <translation>Steps done</translation>
        </message>
        <message>
            <source>Planejamento</source>
            <translation>Planning</translation>
        </message>
        <message>
            <source>Planejamento do atendimento</source>
            <translation>Customer service planning</translation>
        </message>
        <message>
            <source>Plano em PDF…</source>
            <translation>Plan as PDF…</translation>
        </message>
        <message>
            <source>Salvar o plano</source>
            <translation>Save the plan</translation>
        </message>
        <message>
            <source>Salvo em {name}</source>
            <translation>Saved in {name}</translation>
        </message>
        <message>
            <source>Subir</source>
            <translation>Move up</translation>
        </message>
        <message>
            <source>Subir o passo na lista</source>
            <translation>Move the step up the list</translation>
        </message>
        <message>
            <source>{done} de {all} passos resolvidos</source>
            <translation>{done} of {all} steps done</translation>
        </message>
    </context>
    <context>
        <name>PolicyPage</name>
        <message>
            <source>Contatos da empresa</source>
            <translation>Company contacts</translation>
        </message>
        <message>
            <source>Marketing</source>
            <translation>Marketing</translation>
        </message>
        <message>
            <source>Missão</source>
            <translation>Mission</translation>
        </message>
        <message>
            <source>O que não respondemos (um por linha)</source>
            <translation>What we do not answer (one per line)</translation>
        </message>
        <message>
            <source>O que respondemos (um por linha)</source>
            <translation>What we answer (one per line)</translation>
        </message>
        <message>
            <source>O que respondemos, em nome de quê, e se quem responde é o SAC ou o Marketing.</source>
            <translation>What we answer, in the name of what, and whether SAC or Marketing answers.</translation>
        </message>
        <message>
            <source>Política</source>
            <translation>Policy</translation>
        </message>
        <message>
            <source>Política de atendimento</source>
            <translation>Service policy</translation>
        </message>
        <message>
            <source>Quem responde cada assunto</source>
            <translation>Who answers each subject</translation>
        </message>
        <message>
            <source>SAC</source>
            <translation>SAC</translation>
        </message>
        <message>
            <source>Valores</source>
            <translation>Values</translation>
        </message>
        <message>
            <source>Visão</source>
            <translation>Vision</translation>
        </message>
    </context>
    <context>
        <name>PositionPanel</name>
        <message>
            <source>A supervisão aprova.</source>
            <translation>Supervision approves.</translation>
        </message>
        <message>
            <source>Ao guardar, a aprovação cai e outra pessoa precisa aprovar de novo.</source>
            <translation>When you keep it, the approval drops and someone else has to approve again.</translation>
        </message>
        <message>
            <source>Aprovar</source>
            <translation>Approve</translation>
        </message>
        <message>
            <source>Copiar</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>Depois de aprovada, a posição serve de modelo ao responder os atendimentos desta sala.</source>
            <translation>Once approved, the position serves as a template when answering the cases of this room.</translation>
        </message>
        <message>
            <source>Escrita por {author}</source>
            <translation>Written by {author}</translation>
        </message>
        <message>
            <source>Escrita por {author}, aprovada por {approver} {when}</source>
            <translation>Written by {author}, approved by {approver} {when}</translation>
        </message>
        <message>
            <source>O que a empresa diz sobre esta crise, em poucas frases</source>
            <translation>What the company says about this crisis, in a few sentences</translation>
        </message>
        <message>
            <source>Quem escreveu não aprova: peça a outra pessoa da supervisão.</source>
            <translation>Whoever wrote it does not approve it: ask someone else in supervision.</translation>
        </message>
        <message>
            <source>Retirar aprovação</source>
            <translation>Withdraw approval</translation>
        </message>
        <message>
            <source>Salvar rascunho</source>
            <translation>Save draft</translation>
        </message>
        <message>
            <source>Texto da posição</source>
            <translation>Position text</translation>
        </message>
        <message>
            <source>aprovada</source>
            <translation>approved</translation>
        </message>
        <message>
            <source>rascunho</source>
            <translation>draft</translation>
        </message>
        <message>
            <source>sem posição</source>
            <translation>no position</translation>
        </message>
    </context>
    <context>
        <name>PreviewCases</name>
        <message>
            <source>Juntar</source>
            <translation>Merge</translation>
        </message>
        <message>
            <source>Juntar ao atendimento {number}</source>
            <translation>Merge into case {number}</translation>
        </message>
        <message>
            <source>O assunto cita este protocolo, mas quem escreveu não é desse atendimento. Confira e decida:</source>
            <translation>The subject quotes this protocol, but the sender isn't part of that case. Check and decide:</translation>
        </message>
        <message>
            <source>Ver</source>
            <translation>See</translation>
        </message>
        <message>
            <source>Ver o atendimento {number}</source>
            <translation>See case {number}</translation>
        </message>
    </context>
    <context>
        <name>PreviewPanel</name>
        <message>
            <source> · só o nome foi guardado</source>
            <translation> · only the name was kept</translation>
        </message>
        <message>
            <source>A matriz mudou depois da prévia. Conte de novo.</source>
            <translation>The matrix changed after the preview. Count again.</translation>
        </message>
        <message>
            <source>Aplicar a matriz de crises</source>
            <translation>Apply the crisis matrix</translation>
        </message>
        <message>
            <source>Aplicar aos últimos 30 dias</source>
            <translation>Apply to the last 30 days</translation>
        </message>
        <message>
            <source>Autor não identificado</source>
            <translation>Unknown author</translation>
        </message>
        <message>
            <source>Confirmado por uma pessoa</source>
            <translation>Confirmed by a person</translation>
        </message>
        <message>
            <source>Copiar endereço da publicação</source>
            <translation>Copy the post's address</translation>
        </message>
        <message>
            <source>Copiar o texto inteiro (mais {n} letras)</source>
            <translation>Copy the whole text ({n} more characters)</translation>
        </message>
        <message>
            <source>Crise nível {level}</source>
            <translation>Crisis level {level}</translation>
        </message>
        <message>
            <source>Endereço copiado</source>
            <translation>Address copied</translation>
        </message>
        <message>
            <source>Lendo as menções dos últimos 30 dias…</source>
            <translation>Reading the mentions of the last 30 days…</translation>
        </message>
        <message>
            <source>Mais da metade de tudo ficaria em crise: o alerta perderia o sentido.</source>
            <translation>More than half of everything would be in crisis: the alert would lose its meaning.</translation>
        </message>
        <message>
            <source>Parado. Nada mais foi lido nem mudado.</source>
            <translation>Stopped. Nothing else was read or changed.</translation>
        </message>
        <message>
            <source>Parar</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Prévia da matriz de crises</source>
            <translation>Crisis matrix preview</translation>
        </message>
        <message>
            <source>Prévia dos últimos 30 dias</source>
            <translation>Preview of the last 30 days</translation>
        </message>
        <message>
            <source>Salvar {name} como…</source>
            <translation>Save {name} as…</translation>
        </message>
        <message>
            <source>Sentimento</source>
            <translation>Sentiment</translation>
        </message>
        <message>
            <source>Sugestão do Balcão: confirme com 1 a 4</source>
            <translation>Suggested by Balcão: confirm with 1 to 4</translation>
        </message>
        <message>
            <source>Texto copiado</source>
            <translation>Text copied</translation>
        </message>
        <message>
            <source>Texto da menção</source>
            <translation>Text of the mention</translation>
        </message>
        <message>
            <source>Ver o que muda</source>
            <translation>See what changes</translation>
        </message>
        <message>
            <source>Ver original</source>
            <translation>See original</translation>
        </message>
        <message>
            <source>sem nível</source>
            <translation>no level</translation>
        </message>
        <message>
            <source>{before} → {after} ({words}): {text}</source>
            <translation>{before} → {after} ({words}): {text}</translation>
        </message>
        <message>
            <source>{changed} menções mudaram de nível; {back} voltaram para A triar.</source>
            <translation>{changed} mentions changed level; {back} went back to To triage.</translation>
        </message>
        <message>
            <source>{name} era grande demais: só o nome</source>
            <translation>{name} was too large: only the name</translation>
        </message>
    </context>
    <context>
        <name>ProgressStep</name>
        <message>
            <source>Lendo o arquivo…</source>
            <translation>Reading the file…</translation>
        </message>
        <message>
            <source>Parando…</source>
            <translation>Stopping…</translation>
        </message>
        <message>
            <source>Parar a conferência</source>
            <translation>Stop checking</translation>
        </message>
        <message>
            <source>Parar a importação</source>
            <translation>Stop the import</translation>
        </message>
        <message>
            <source>Pode continuar trabalhando: o andamento aparece no rodapé e nada se perde se parar agora.</source>
            <translation>You can go on working: the status line shows how far it is, and nothing is lost if you stop now.</translation>
        </message>
        <message>
            <source>faltam {span}</source>
            <translation>{span} left</translation>
        </message>
        <message>
            <source>{rate} linhas por segundo</source>
            <translation>{rate} rows a second</translation>
        </message>
    </context>
    <context>
        <name>PromiseFields</name>
        <message>
            <source>Até quando</source>
            <translation>Until when</translation>
        </message>
        <message>
            <source>O que você promete</source>
            <translation>What you promise</translation>
        </message>
        <message>
            <source>O que você promete? Ex.: reenvio do kit</source>
            <translation>What do you promise? E.g. to send the kit again</translation>
        </message>
        <message>
            <source>Promessa</source>
            <translation>Promise</translation>
        </message>
        <message>
            <source>até</source>
            <translation>until</translation>
        </message>
    </context>
    <context>
        <name>PromisesSection</name>
        <message>
            <source>Cumprida</source>
            <translation>Kept</translation>
        </message>
        <message>
            <source>Não cumprida</source>
            <translation>Not kept</translation>
        </message>
        <message>
            <source>PROMESSAS</source>
            <translation>PROMISES</translation>
        </message>
        <message>
            <source>até {when}</source>
            <translation>until {when}</translation>
        </message>
        <message>
            <source>cumprida</source>
            <translation>kept</translation>
        </message>
        <message>
            <source>não cumprida</source>
            <translation>not kept</translation>
        </message>
    </context>
    <context>
        <name>ProtocolDialog</name>
        <message>
            <source>Cliente</source>
            <translation>Customer</translation>
        </message>
        <message>
            <source>Copiar protocolo</source>
            <translation>Copy protocol</translation>
        </message>
        <message>
            <source>Copiar protocolo (P ou Ctrl+C)</source>
            <translation>Copy protocol (P or Ctrl+C)</translation>
        </message>
        <message>
            <source>Ir para o atendimento</source>
            <translation>Go to the case</translation>
        </message>
        <message>
            <source>Leia para o cliente. P ou Ctrl+C copia.</source>
            <translation>Read it out to the customer. P or Ctrl+C copies it.</translation>
        </message>
        <message>
            <source>Protocolo copiado</source>
            <translation>Protocol copied</translation>
        </message>
        <message>
            <source>Protocolo do atendimento</source>
            <translation>Protocol of the case</translation>
        </message>
    </context>
    <context>
        <name>ProtocolLabel</name>
        <message>
            <source>Copiar protocolo</source>
            <translation>Copy protocol</translation>
        </message>
        <message>
            <source>Protocolo {number}</source>
            <translation>Protocol {number}</translation>
        </message>
    </context>
    <context>
        <name>QuadrantCard</name>
        <message>
            <source>Escrever</source>
            <translation>Write</translation>
        </message>
        <message>
            <source>Escrever em {quadrant}</source>
            <translation>Write in {quadrant}</translation>
        </message>
        <message>
            <source>Ver {what}</source>
            <translation>See {what}</translation>
        </message>
    </context>
    <context>
        <name>ReadingPane</name>
        <message>
            <source>Escolha um item da lista para ler aqui.</source>
            <translation>Choose an item of the list to read it here.</translation>
        </message>
        <message>
            <source>Próximo caso</source>
            <translation>Next case</translation>
        </message>
    </context>
    <context>
        <name>RecordPanel</name>
        <message>
            <source>Anotação</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Decisão</source>
            <translation>Decision</translation>
        </message>
        <message>
            <source>Escrever na linha do tempo</source>
            <translation>Write on the timeline</translation>
        </message>
        <message>
            <source>Linha do tempo</source>
            <translation>Timeline</translation>
        </message>
        <message>
            <source>Nada registrado ainda.</source>
            <translation>Nothing recorded yet.</translation>
        </message>
        <message>
            <source>O que aconteceu, o que foi decidido e por quem</source>
            <translation>What happened, what was decided and by whom</translation>
        </message>
        <message>
            <source>Registrar</source>
            <translation>Record</translation>
        </message>
        <message>
            <source>Tipo de registro</source>
            <translation>Kind of entry</translation>
        </message>
        <message>
            <source>alerta</source>
            <translation>alert</translation>
        </message>
        <message>
            <source>aprovada</source>
            <translation>approved</translation>
        </message>
        <message>
            <source>decisão</source>
            <translation>decision</translation>
        </message>
    </context>
    <context>
        <name>RejectsPanel</name>
        <message>
            <source>Salvar recusadas (CSV)</source>
            <translation>Save rejected (CSV)</translation>
        </message>
        <message>
            <source>Voltar</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>RelationsLayout</name>
        <message>
            <source>A média conta só as ações cujo número é conhecido.</source>
            <translation>The average counts only the actions whose number is known.</translation>
        </message>
        <message>
            <source>Abrir a fila</source>
            <translation>Open the queue</translation>
        </message>
        <message>
            <source>Contando os momentos…</source>
            <translation>Counting the moments…</translation>
        </message>
        <message>
            <source>Excluir</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>Exportar</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>Mudar</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>Nenhuma ação nesta escolha.</source>
            <translation>No action in this choice.</translation>
        </message>
        <message>
            <source>Nenhuma ação neste período.</source>
            <translation>No act in this period.</translation>
        </message>
        <message>
            <source>O que as ações trouxeram</source>
            <translation>What the actions brought</translation>
        </message>
        <message>
            <source>O que isso trouxe</source>
            <translation>What this brought</translation>
        </message>
        <message>
            <source>Perguntas de quem ainda vai comprar, elogios e entusiasmo dos últimos 30 dias.</source>
            <translation>Questions from people who have yet to buy, praise and enthusiasm from the last 30 days.</translation>
        </message>
        <message>
            <source>Período</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>Quem fez</source>
            <translation>Done by</translation>
        </message>
        <message>
            <source>Registrar ação</source>
            <translation>Record action</translation>
        </message>
        <message>
            <source>Registro de ações</source>
            <translation>Action log</translation>
        </message>
        <message>
            <source>Registro de ações de relacionamento</source>
            <translation>Relationship action log</translation>
        </message>
        <message>
            <source>Tipo de ação</source>
            <translation>Kind of action</translation>
        </message>
        <message>
            <source>Todas as pessoas</source>
            <translation>Everybody</translation>
        </message>
        <message>
            <source>Todos os tipos</source>
            <translation>All kinds</translation>
        </message>
        <message>
            <source>Ver a menção</source>
            <translation>See the mention</translation>
        </message>
    </context>
    <context>
        <name>RelationsPage</name>
        <message>
            <source>CSV</source>
            <translation>CSV</translation>
        </message>
        <message>
            <source>Excluir a ação</source>
            <translation>Delete the action</translation>
        </message>
        <message>
            <source>Momentos de relacionamento</source>
            <translation>Relationship moments</translation>
        </message>
        <message>
            <source>Mudar a ação</source>
            <translation>Change the action</translation>
        </message>
        <message>
            <source>Planilha (*.xlsx)</source>
            <translation>Spreadsheet (*.xlsx)</translation>
        </message>
        <message>
            <source>Planilha (XLSX)</source>
            <translation>Spreadsheet (XLSX)</translation>
        </message>
        <message>
            <source>Quem registra ações é quem atende, a análise ou a supervisão.</source>
            <translation>Attendants, analysts and supervisors record actions.</translation>
        </message>
        <message>
            <source>Registrar ação</source>
            <translation>Record action</translation>
        </message>
        <message>
            <source>Relacionamento</source>
            <translation>Relationship</translation>
        </message>
        <message>
            <source>Salvar o registro de ações</source>
            <translation>Save the action log</translation>
        </message>
        <message>
            <source>Salvo em {name}</source>
            <translation>Saved in {name}</translation>
        </message>
        <message>
            <source>Tabela CSV (*.csv)</source>
            <translation>CSV table (*.csv)</translation>
        </message>
        <message>
            <source>Ver a menção da ação</source>
            <translation>See the mention of the action</translation>
        </message>
    </context>
    <context>
        <name>ReplanBar</name>
        <message>
            <source>1 atendimento aberto terá o prazo refeito com esta mudança.</source>
            <translation>1 open case will have its deadline worked out again with this change.</translation>
        </message>
        <message>
            <source>1 prazo refeito.</source>
            <translation>1 deadline worked out again.</translation>
        </message>
        <message>
            <source>A regra foi salva, mas os prazos não foram refeitos. {reason}</source>
            <translation>The rule was saved, but the deadlines were not worked out again. {reason}</translation>
        </message>
        <message>
            <source>Cancelar</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Já vencidos com o prazo novo: {n}.</source>
            <translation>Already overdue with the new deadline: {n}.</translation>
        </message>
        <message>
            <source>Refazendo os prazos dos atendimentos abertos…</source>
            <translation>Working out the deadlines of the open cases again…</translation>
        </message>
        <message>
            <source>Refazendo prazos</source>
            <translation>Working out deadlines again</translation>
        </message>
        <message>
            <source>Salvar</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Tentar de novo</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Vendo quantos atendimentos mudam…</source>
            <translation>Checking how many cases change…</translation>
        </message>
        <message>
            <source>Ver quais</source>
            <translation>See which</translation>
        </message>
        <message>
            <source>Você parou no meio: parte dos atendimentos ainda tem o prazo antigo.</source>
            <translation>You stopped halfway: some of the cases still have the old deadline.</translation>
        </message>
        <message>
            <source>e mais {n}</source>
            <translation>and {n} more</translation>
        </message>
        <message>
            <source>{n} atendimentos abertos terão o prazo refeito com esta mudança.</source>
            <translation>{n} open cases will have their deadlines worked out again with this change.</translation>
        </message>
        <message>
            <source>{n} prazos refeitos.</source>
            <translation>{n} deadlines worked out again.</translation>
        </message>
        <message>
            <source>{protocol}: de {old} para {new}</source>
            <translation>{protocol}: from {old} to {new}</translation>
        </message>
    </context>
    <context>
        <name>ReplyEditor</name>
        <message>
            <source>Anexos vão com respostas, não com notas. Escolha privado ou público.</source>
            <translation>Attachments go with replies, not notes. Choose private or public.</translation>
        </message>
        <message>
            <source>Desfazer envio por {seconds} s</source>
            <translation>Undo sending for {seconds} s</translation>
        </message>
        <message>
            <source>Enviar em privado</source>
            <translation>Send in private</translation>
        </message>
        <message>
            <source>Enviar em público</source>
            <translation>Send in public</translation>
        </message>
        <message>
            <source>Escreva a resposta privada…</source>
            <translation>Write the private reply…</translation>
        </message>
        <message>
            <source>Escreva a resposta pública: todos vão ler…</source>
            <translation>Write the public reply: everybody will read it…</translation>
        </message>
        <message>
            <source>Escreva para a equipe; @nome chama um colega…</source>
            <translation>Write to the team; @name calls a colleague…</translation>
        </message>
        <message>
            <source>Guardar nota</source>
            <translation>Keep note</translation>
        </message>
        <message>
            <source>{act} (Ctrl+Enter)</source>
            <translation>{act} (Ctrl+Enter)</translation>
        </message>
    </context>
    <context>
        <name>ReplyFiles</name>
        <message>
            <source>1 arquivo de até {size} MB</source>
            <translation>1 file of up to {size} MB</translation>
        </message>
        <message>
            <source>Anexar à resposta</source>
            <translation>Attach to the reply</translation>
        </message>
        <message>
            <source>Esta rede não aceita anexos pelo Balcão. Mande um link no texto.</source>
            <translation>This network doesn't accept attachments through Balcão. Put a link in the text.</translation>
        </message>
        <message>
            <source>até {n} arquivos de {size} MB</source>
            <translation>up to {n} files of {size} MB</translation>
        </message>
        <message>
            <source>fotos</source>
            <translation>photos</translation>
        </message>
        <message>
            <source>imagem colada {n}.png</source>
            <translation>pasted image {n}.png</translation>
        </message>
        <message>
            <source>textos</source>
            <translation>text files</translation>
        </message>
        <message>
            <source>vídeos</source>
            <translation>videos</translation>
        </message>
        <message>
            <source>{limit}: {kinds}</source>
            <translation>{limit}: {kinds}</translation>
        </message>
        <message>
            <source>áudios</source>
            <translation>audio</translation>
        </message>
    </context>
    <context>
        <name>ReplyHead</name>
        <message>
            <source>Anexar</source>
            <translation>Attach</translation>
        </message>
        <message>
            <source>Anexar arquivos ({key}): {limits}</source>
            <translation>Attach files ({key}): {limits}</translation>
        </message>
        <message>
            <source>Anexar arquivos: {limits}</source>
            <translation>Attach files: {limits}</translation>
        </message>
        <message>
            <source>Escolher um modelo de resposta (# ou Ctrl+;)</source>
            <translation>Choose a reply template (# or Ctrl+;)</translation>
        </message>
        <message>
            <source>Modelos #</source>
            <translation>Templates #</translation>
        </message>
        <message>
            <source>Promessa</source>
            <translation>Promise</translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>A equipe toda vê</source>
            <translation>The whole team sees it</translation>
        </message>
        <message>
            <source>Canais (nenhum marcado: todos)</source>
            <translation>Channels (none ticked: all)</translation>
        </message>
        <message>
            <source>Com as tabelas no PDF</source>
            <translation>With the tables in the PDF</translation>
        </message>
        <message>
            <source>Com os comentários</source>
            <translation>With the comments</translation>
        </message>
        <message>
            <source>Comparar</source>
            <translation>Compare</translation>
        </message>
        <message>
            <source>Comparação</source>
            <translation>Comparison</translation>
        </message>
        <message>
            <source>Dias</source>
            <translation>Days</translation>
        </message>
        <message>
            <source>Dias escolhidos</source>
            <translation>Chosen days</translation>
        </message>
        <message>
            <source>Dias para comparar</source>
            <translation>Days to compare</translation>
        </message>
        <message>
            <source>Dê um nome ao relatório.</source>
            <translation>Give the report a name.</translation>
        </message>
        <message>
            <source>Editar relatório</source>
            <translation>Edit report</translation>
        </message>
        <message>
            <source>Escolha pelo menos um gráfico.</source>
            <translation>Choose at least one chart.</translation>
        </message>
        <message>
            <source>Espaço marca; Alt e as setas mudam a ordem.</source>
            <translation>Space ticks; Alt and the arrows change the order.</translation>
        </message>
        <message>
            <source>Gráficos</source>
            <translation>Charts</translation>
        </message>
        <message>
            <source>Guardar relatório</source>
            <translation>Save report</translation>
        </message>
        <message>
            <source>Nome</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Novo relatório</source>
            <translation>New report</translation>
        </message>
        <message>
            <source>O primeiro dia vem antes do último. Acerte os dias.</source>
            <translation>The first day comes before the last. Fix the days.</translation>
        </message>
        <message>
            <source>Período</source>
            <translation>Period</translation>
        </message>
    </context>
    <context>
        <name>ReportPanel</name>
        <message>
            <source>A supervisão encerra e guarda o relatório.</source>
            <translation>Supervision closes the room and keeps the report.</translation>
        </message>
        <message>
            <source>Copiar</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>Duração, números, prazos e quem fez o quê, tirados do registro. Edite à vontade.</source>
            <translation>Duration, figures, deadlines and who did what, taken from the record. Edit as you like.</translation>
        </message>
        <message>
            <source>Encerrar a sala com este relatório? A posição deixa de aparecer ao responder.</source>
            <translation>Close the room with this report? The position will no longer appear when replying.</translation>
        </message>
        <message>
            <source>Encerrar sala</source>
            <translation>Close room</translation>
        </message>
        <message>
            <source>Escrever do registro</source>
            <translation>Write from the record</translation>
        </message>
        <message>
            <source>Exportar relatório</source>
            <translation>Export report</translation>
        </message>
        <message>
            <source>Exportar…</source>
            <translation>Export…</translation>
        </message>
        <message>
            <source>PDF (*.pdf)</source>
            <translation>PDF (*.pdf)</translation>
        </message>
        <message>
            <source>Reabrir sala</source>
            <translation>Reopen room</translation>
        </message>
        <message>
            <source>Relatório da crise</source>
            <translation>Crisis report</translation>
        </message>
        <message>
            <source>Relatório salvo: {name}</source>
            <translation>Report saved: {name}</translation>
        </message>
        <message>
            <source>Salvar</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Texto em Markdown (*.md)</source>
            <translation>Markdown text (*.md)</translation>
        </message>
        <message>
            <source>crise.pdf</source>
            <translation>crisis.pdf</translation>
        </message>
    </context>
    <context>
        <name>ReportStep</name>
        <message>
            <source>A importação parou depois de {rows} linhas. O que entrou está salvo; dá para continuar.</source>
            <translation>The import stopped after {rows} rows. What came in is safe; it can go on.</translation>
        </message>
        <message>
            <source>Continuar a importação</source>
            <translation>Go on importing</translation>
        </message>
        <message>
            <source>Continuou da linha {row}.</source>
            <translation>Went on from row {row}.</translation>
        </message>
        <message>
            <source>Fechar</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Importação concluída: {stored} de {rows} linhas entraram.</source>
            <translation>Import complete: {stored} of {rows} rows came in.</translation>
        </message>
        <message>
            <source>Salvar recusadas (CSV)</source>
            <translation>Save rejected (CSV)</translation>
        </message>
        <message>
            <source>Ver menções importadas</source>
            <translation>Show imported mentions</translation>
        </message>
    </context>
    <context>
        <name>ReportWriter</name>
        <message>
            <source>Feito em {when} por {who}</source>
            <translation>Made on {when} by {who}</translation>
        </message>
        <message>
            <source>Gráfico</source>
            <translation>Chart</translation>
        </message>
        <message>
            <source>Mudança</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>Número</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>O que conta</source>
            <translation>What counts</translation>
        </message>
        <message>
            <source>Resumo</source>
            <translation>Summary</translation>
        </message>
        <message>
            <source>Salvo em {name}</source>
            <translation>Saved in {name}</translation>
        </message>
        <message>
            <source>Valor</source>
            <translation>Value</translation>
        </message>
    </context>
    <context>
        <name>ReportsPage</name>
        <message>
            <source>Planejar e registrar</source>
            <translation>Plan and record</translation>
        </message>
        <message>
            <source>Relatórios</source>
            <translation>Reports</translation>
        </message>
    </context>
    <context>
        <name>ResultStep</name>
        <message>
            <source>A rede respondeu</source>
            <translation>The network answered</translation>
        </message>
        <message>
            <source>Ainda não funciona. Volte e confira, ou salve assim e teste depois.</source>
            <translation>Not working yet. Go back and check, or save as is and test later.</translation>
        </message>
        <message>
            <source>Monitorar antes de ativar: a conta só lê, e em alguns dias o Balcão mostra idioma, tom, assuntos, temas delicados e horários do que encontrou. Responder também pode ser ligado depois.</source>
            <translation>Monitor before activating: the account only reads, and in a few days Balcão shows the language, tone, subjects, sensitive topics and times of what it found. Replying can also be turned on later.</translation>
        </message>
        <message>
            <source>Ouvir e responder</source>
            <translation>Listen and reply</translation>
        </message>
        <message>
            <source>Só ouvir por enquanto</source>
            <translation>Listen only for now</translation>
        </message>
    </context>
    <context>
        <name>RoomFigures</name>
        <message>
            <source>1 atendimento</source>
            <translation>1 case</translation>
        </message>
        <message>
            <source>1 resposta</source>
            <translation>1 reply</translation>
        </message>
        <message>
            <source>Identificar</source>
            <translation>Identify</translation>
        </message>
        <message>
            <source>Menções</source>
            <translation>Mentions</translation>
        </message>
        <message>
            <source>Responder</source>
            <translation>Answer</translation>
        </message>
        <message>
            <source>aprovar a posição</source>
            <translation>approve the position</translation>
        </message>
        <message>
            <source>assumir o alerta</source>
            <translation>take the alert</translation>
        </message>
        <message>
            <source>nenhum prazo correndo</source>
            <translation>no deadline running</translation>
        </message>
        <message>
            <source>no prazo</source>
            <translation>in time</translation>
        </message>
        <message>
            <source>todas confirmaram</source>
            <translation>all confirmed</translation>
        </message>
        <message>
            <source>{n} atendimentos</source>
            <translation>{n} cases</translation>
        </message>
        <message>
            <source>{n} correndo</source>
            <translation>{n} running</translation>
        </message>
        <message>
            <source>{n} fora do prazo</source>
            <translation>{n} past the deadline</translation>
        </message>
        <message>
            <source>{n} respostas</source>
            <translation>{n} replies</translation>
        </message>
        <message>
            <source>{n} sem confirmar</source>
            <translation>{n} not confirmed</translation>
        </message>
        <message>
            <source>Áreas</source>
            <translation>Areas</translation>
        </message>
    </context>
    <context>
        <name>RoomPanel</name>
        <message>
            <source>Linha do tempo</source>
            <translation>Timeline</translation>
        </message>
        <message>
            <source>Menções</source>
            <translation>Mentions</translation>
        </message>
        <message>
            <source>Parte da sala</source>
            <translation>Part of the room</translation>
        </message>
        <message>
            <source>Posição</source>
            <translation>Position</translation>
        </message>
        <message>
            <source>Relatório</source>
            <translation>Report</translation>
        </message>
        <message>
            <source>Respostas</source>
            <translation>Replies</translation>
        </message>
        <message>
            <source>Sala de crise: {name}</source>
            <translation>Crisis room: {name}</translation>
        </message>
        <message>
            <source>aberta</source>
            <translation>open</translation>
        </message>
        <message>
            <source>desde {when}, {span}</source>
            <translation>since {when}, {span}</translation>
        </message>
        <message>
            <source>encerrada</source>
            <translation>ended</translation>
        </message>
        <message>
            <source>{when}, durou {span}</source>
            <translation>{when}, lasted {span}</translation>
        </message>
        <message>
            <source>{word}: nada aqui é de verdade.</source>
            <translation>{word}: nothing here is real.</translation>
        </message>
        <message>
            <source>Áreas</source>
            <translation>Areas</translation>
        </message>
    </context>
    <context>
        <name>RouteForm</name>
        <message>
            <source>Acrescentar assunto, natureza, persona ou perfil</source>
            <translation>Add subject, nature, persona or profile</translation>
        </message>
        <message>
            <source>Acrescentar canal</source>
            <translation>Add channel</translation>
        </message>
        <message>
            <source>Autor crítico</source>
            <translation>Critical author</translation>
        </message>
        <message>
            <source>Canais</source>
            <translation>Channels</translation>
        </message>
        <message>
            <source>Classificação (com tudo que está abaixo)</source>
            <translation>Classification (with everything below it)</translation>
        </message>
        <message>
            <source>Cliente VIP</source>
            <translation>VIP customer</translation>
        </message>
        <message>
            <source>Contar só reclamações</source>
            <translation>Count complaints only</translation>
        </message>
        <message>
            <source>Crise</source>
            <translation>Crisis</translation>
        </message>
        <message>
            <source>Encaminhar sozinho, sem perguntar</source>
            <translation>Forward by itself, without asking</translation>
        </message>
        <message>
            <source>Motivo, que a área lê</source>
            <translation>Reason, read by the area</translation>
        </message>
        <message>
            <source>Nome da regra</source>
            <translation>Rule name</translation>
        </message>
        <message>
            <source>Vai para</source>
            <translation>Goes to</translation>
        </message>
        <message>
            <source>Vale</source>
            <translation>Applies</translation>
        </message>
        <message>
            <source>Volta sempre: quantas vezes</source>
            <translation>Keeps coming back: how many times</translation>
        </message>
        <message>
            <source>em quantos dias</source>
            <translation>in how many days</translation>
        </message>
        <message>
            <source>nível {n} ou mais grave</source>
            <translation>level {n} or more serious</translation>
        </message>
        <message>
            <source>qualquer</source>
            <translation>any</translation>
        </message>
    </context>
    <context>
        <name>RouteSection</name>
        <message>
            <source>ENCAMINHAMENTO</source>
            <translation>FORWARDING</translation>
        </message>
        <message>
            <source>Encaminhar a {area}</source>
            <translation>Forward to {area}</translation>
        </message>
        <message>
            <source>Encaminhar a {area}: {why}</source>
            <translation>Forward to {area}: {why}</translation>
        </message>
        <message>
            <source>Regra “{name}”. {reason}</source>
            <translation>Rule “{name}”. {reason}</translation>
        </message>
    </context>
    <context>
        <name>RoutesPanel</name>
        <message>
            <source>A primeira rota que serve aparece no atendimento; com Shift+V ele é encaminhado.</source>
            <translation>The first route that fits appears in the case; Shift+V forwards it.</translation>
        </message>
        <message>
            <source>Apagar rota</source>
            <translation>Delete route</translation>
        </message>
        <message>
            <source>Autor crítico: a partir de quantas pessoas alcançadas</source>
            <translation>Critical author: from how many people reached</translation>
        </message>
        <message>
            <source>Autor crítico: agitador, imprensa ou quem alcança a partir de</source>
            <translation>Critical author: agitator, press or anyone who reaches at least</translation>
        </message>
        <message>
            <source>Descer</source>
            <translation>Move down</translation>
        </message>
        <message>
            <source>Escreva por que a área recebe.</source>
            <translation>Write why the area receives it.</translation>
        </message>
        <message>
            <source>Incluir rota</source>
            <translation>Add route</translation>
        </message>
        <message>
            <source>Quando</source>
            <translation>When</translation>
        </message>
        <message>
            <source>Restaurar</source>
            <translation>Restore</translation>
        </message>
        <message>
            <source>Restaurar as rotas originais</source>
            <translation>Restore the original routes</translation>
        </message>
        <message>
            <source>Rota</source>
            <translation>Route</translation>
        </message>
        <message>
            <source>Rota nova</source>
            <translation>New route</translation>
        </message>
        <message>
            <source>Rotas, a primeira que serve vale</source>
            <translation>Routes, the first that fits applies</translation>
        </message>
        <message>
            <source>Subir</source>
            <translation>Move up</translation>
        </message>
        <message>
            <source>Vai para</source>
            <translation>Goes to</translation>
        </message>
        <message>
            <source>Voltar as rotas ao original? O que a equipe mudou aqui sai; dá para desfazer.</source>
            <translation>Restore the routes to the original? What the team changed here goes away; you can undo it.</translation>
        </message>
        <message>
            <source>pessoas</source>
            <translation>people</translation>
        </message>
        <message>
            <source>{name} (não vale)</source>
            <translation>{name} (does not apply)</translation>
        </message>
        <message>
            <source>área aposentada</source>
            <translation>retired area</translation>
        </message>
    </context>
    <context>
        <name>RowDelegate</name>
        <message>
            <source>Rascunho</source>
            <translation>Draft</translation>
        </message>
    </context>
    <context>
        <name>RowPanel</name>
        <message>
            <source>Cliente</source>
            <translation>Customer</translation>
        </message>
        <message>
            <source>Resposta escolhida</source>
            <translation>Chosen reply</translation>
        </message>
        <message>
            <source>por {who}</source>
            <translation>by {who}</translation>
        </message>
        <message>
            <source>protocolo {number}</source>
            <translation>protocol {number}</translation>
        </message>
    </context>
    <context>
        <name>RuleFilePage</name>
        <message>
            <source>Antes de valer, veja o que muda em cada seção. Um só desfazer volta tudo.</source>
            <translation>Before it applies, see what changes in each section. A single undo brings everything back.</translation>
        </message>
        <message>
            <source>Arquivo de regras</source>
            <translation>Rules file</translation>
        </message>
        <message>
            <source>Entram</source>
            <translation>Coming in</translation>
        </message>
        <message>
            <source>Entram: {names}</source>
            <translation>Coming in: {names}</translation>
        </message>
        <message>
            <source>Escolha um arquivo para ver o que ele mudaria aqui.</source>
            <translation>Choose a file to see what it would change here.</translation>
        </message>
        <message>
            <source>Escolher arquivo de regras</source>
            <translation>Choose rules file</translation>
        </message>
        <message>
            <source>Escolher arquivo de regras…</source>
            <translation>Choose rules file…</translation>
        </message>
        <message>
            <source>Igual ao que já vale aqui.</source>
            <translation>Same as what already applies here.</translation>
        </message>
        <message>
            <source>Levar as regras para outra empresa</source>
            <translation>Take the rules to another company</translation>
        </message>
        <message>
            <source>Mudam</source>
            <translation>Changing</translation>
        </message>
        <message>
            <source>Mudam: {names}</source>
            <translation>Changing: {names}</translation>
        </message>
        <message>
            <source>O arquivo leva árvore, horários, prazos, crises, ações, persona, modelos, materiais e áreas. Não leva pessoas, clientes nem senhas.</source>
            <translation>The file carries the tree, opening hours, deadlines, crises, actions, persona, templates, materials and areas. It does not carry people, customers or passwords.</translation>
        </message>
        <message>
            <source>O que o arquivo muda</source>
            <translation>What the file changes</translation>
        </message>
        <message>
            <source>Refazendo prazos</source>
            <translation>Working out deadlines again</translation>
        </message>
        <message>
            <source>Regras do Balcão (*.json)</source>
            <translation>Balcão rules (*.json)</translation>
        </message>
        <message>
            <source>Regras salvas em {name}</source>
            <translation>Rules saved in {name}</translation>
        </message>
        <message>
            <source>Saem</source>
            <translation>Going out</translation>
        </message>
        <message>
            <source>Saem: {names}</source>
            <translation>Going out: {names}</translation>
        </message>
        <message>
            <source>Salvar as regras</source>
            <translation>Save the rules</translation>
        </message>
        <message>
            <source>Salvar as regras em arquivo…</source>
            <translation>Save the rules to a file…</translation>
        </message>
        <message>
            <source>Seção</source>
            <translation>Section</translation>
        </message>
        <message>
            <source>Trazer as seções marcadas</source>
            <translation>Bring in the marked sections</translation>
        </message>
        <message>
            <source>Trazer regras de um arquivo</source>
            <translation>Bring in rules from a file</translation>
        </message>
    </context>
    <context>
        <name>RuleForm</name>
        <message>
            <source>Alcance máximo</source>
            <translation>Most reach</translation>
        </message>
        <message>
            <source>Alcance mínimo</source>
            <translation>Least reach</translation>
        </message>
        <message>
            <source>Canais</source>
            <translation>Channels</translation>
        </message>
        <message>
            <source>Dirigidas</source>
            <translation>Addressed</translation>
        </message>
        <message>
            <source>Menções</source>
            <translation>Mentions</translation>
        </message>
        <message>
            <source>Nome</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Não tem nenhuma</source>
            <translation>Has none of</translation>
        </message>
        <message>
            <source>Regra ligada</source>
            <translation>Rule is on</translation>
        </message>
        <message>
            <source>Tem qualquer uma</source>
            <translation>Has any of</translation>
        </message>
        <message>
            <source>Tem todas</source>
            <translation>Has all of</translation>
        </message>
        <message>
            <source>palavras ou frases, separadas por vírgula</source>
            <translation>words or phrases, separated by commas</translation>
        </message>
        <message>
            <source>qualquer</source>
            <translation>any</translation>
        </message>
        <message>
            <source>só as dirigidas à empresa</source>
            <translation>only those addressed to the company</translation>
        </message>
        <message>
            <source>só as não dirigidas à empresa</source>
            <translation>only those not addressed to the company</translation>
        </message>
        <message>
            <source>só privadas</source>
            <translation>only private</translation>
        </message>
        <message>
            <source>só públicas</source>
            <translation>only public</translation>
        </message>
        <message>
            <source>tanto faz</source>
            <translation>either</translation>
        </message>
    </context>
    <context>
        <name>RulesPage</name>
        <message>
            <source>Aplicar às que estão em A triar</source>
            <translation>Apply to those waiting for triage</translation>
        </message>
        <message>
            <source>Contando…</source>
            <translation>Counting…</translation>
        </message>
        <message>
            <source>Devolver</source>
            <translation>Give back</translation>
        </message>
        <message>
            <source>Devolver para A triar</source>
            <translation>Give back for triage</translation>
        </message>
        <message>
            <source>Devolver para A triar as menções que a regra “{name}” guarda em Monitorar (até {n})?</source>
            <translation>Give the mentions that the rule “{name}” holds in Monitor back for triage (up to {n})?</translation>
        </message>
        <message>
            <source>Mandam para Monitorar, por conta própria, o que não pede resposta. Crises nunca.</source>
            <translation>They send to Monitor, by themselves, what asks for no answer. Never a crisis.</translation>
        </message>
        <message>
            <source>Menções</source>
            <translation>Mentions</translation>
        </message>
        <message>
            <source>Nenhuma menção em A triar entra nesta regra.</source>
            <translation>No mention waiting for triage meets this rule.</translation>
        </message>
        <message>
            <source>Nome</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Nos últimos 30 dias pegaria {n} menções.</source>
            <translation>In the last 30 days it would have taken {n} mentions.</translation>
        </message>
        <message>
            <source>Nova regra</source>
            <translation>New rule</translation>
        </message>
        <message>
            <source>Pegaria {n} menção.</source>
            <translation>It would have taken {n} mention.</translation>
        </message>
        <message>
            <source>Quando uma menção entra na regra</source>
            <translation>When a mention meets the rule</translation>
        </message>
        <message>
            <source>Regra salva</source>
            <translation>Rule saved</translation>
        </message>
        <message>
            <source>Regras</source>
            <translation>Rules</translation>
        </message>
        <message>
            <source>Regras de entrada</source>
            <translation>Intake rules</translation>
        </message>
        <message>
            <source>Salvar</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Situação</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Testar nos últimos 30 dias</source>
            <translation>Try on the last 30 days</translation>
        </message>
        <message>
            <source>Ver as menções</source>
            <translation>Show the mentions</translation>
        </message>
        <message>
            <source>desligada</source>
            <translation>off</translation>
        </message>
        <message>
            <source>ligada</source>
            <translation>on</translation>
        </message>
    </context>
    <context>
        <name>RulesPanel</name>
        <message>
            <source> h</source>
            <translation> h</translation>
        </message>
        <message>
            <source> min</source>
            <translation> min</translation>
        </message>
        <message>
            <source>Canais que podem ser respondidos em horas, não na hora</source>
            <translation>Channels that can be answered in hours, not right away</translation>
        </message>
        <message>
            <source>Canais sem pressa: {n}</source>
            <translation>Channels without hurry: {n}</translation>
        </message>
        <message>
            <source>Como medido: a parte que virou atendimento nas últimas oito semanas.</source>
            <translation>As measured: the share that became cases in the last eight weeks.</translation>
        </message>
        <message>
            <source>Conversas ao mesmo tempo</source>
            <translation>Conversations at the same time</translation>
        </message>
        <message>
            <source>Horas de balcão aberto para responder e-mail, Reclame Aqui e parecidos.</source>
            <translation>Hours of open counter to answer e-mail, Reclame Aqui and the like.</translation>
        </message>
        <message>
            <source>Horas por semana</source>
            <translation>Hours per week</translation>
        </message>
        <message>
            <source>Jornada de cada pessoa contratada.</source>
            <translation>Working hours of each person hired.</translation>
        </message>
        <message>
            <source>Menções que pedem resposta</source>
            <translation>Mentions that ask for an answer</translation>
        </message>
        <message>
            <source>Mude um valor e veja na hora quantas pessoas são necessárias. Salvar vale para todos.</source>
            <translation>Change a value and see at once how many people are needed. Saving applies to everyone.</translation>
        </message>
        <message>
            <source>Mínimo de pessoas</source>
            <translation>Minimum of people</translation>
        </message>
        <message>
            <source>Nunca menos que isto enquanto o balcão está aberto.</source>
            <translation>Never fewer than this while the counter is open.</translation>
        </message>
        <message>
            <source>Nível de serviço</source>
            <translation>Service level</translation>
        </message>
        <message>
            <source>Ocupação máxima</source>
            <translation>Maximum occupancy</translation>
        </message>
        <message>
            <source>Paciência</source>
            <translation>Patience</translation>
        </message>
        <message>
            <source>Parte das horas pagas em pausas, reuniões, férias e faltas.</source>
            <translation>Share of the paid hours spent on breaks, meetings, holidays and absences.</translation>
        </message>
        <message>
            <source>Parte do tempo para puxar conversa, publicar e engajar, fora as respostas.</source>
            <translation>Share of the time to start conversations, publish and engage, replies aside.</translation>
        </message>
        <message>
            <source>Pausas e ausências</source>
            <translation>Breaks and absences</translation>
        </message>
        <message>
            <source>Prazo dos canais sem pressa</source>
            <translation>Deadline for unhurried channels</translation>
        </message>
        <message>
            <source>Quantas conversas uma pessoa leva juntas. O tempo medido já conta isso.</source>
            <translation>How many conversations a person handles at once. The measured time already counts this.</translation>
        </message>
        <message>
            <source>Quantas respostas, de cada cem, devem sair dentro do tempo aceito.</source>
            <translation>How many answers, out of every hundred, should go out within the accepted time.</translation>
        </message>
        <message>
            <source>Quanto do tempo alguém pode passar respondendo sem se esgotar.</source>
            <translation>How much of the time someone can spend answering without burning out.</translation>
        </message>
        <message>
            <source>Quanto o cliente espera, em média, antes de desistir. Zero: ele espera até ser atendido.</source>
            <translation>How long the customer waits, on average, before giving up. Zero: they wait until they are served.</translation>
        </message>
        <message>
            <source>Quanto o cliente pode esperar até alguém começar a responder.</source>
            <translation>How long the customer can wait until someone starts answering.</translation>
        </message>
        <message>
            <source>Regras da equipe</source>
            <translation>Team rules</translation>
        </message>
        <message>
            <source>Relacionamento ativo</source>
            <translation>Active relationship</translation>
        </message>
        <message>
            <source>Salvar regras</source>
            <translation>Save rules</translation>
        </message>
        <message>
            <source>Só a supervisão muda as regras da equipe</source>
            <translation>Only supervisors change the team rules</translation>
        </message>
        <message>
            <source>Tempo aceito</source>
            <translation>Accepted time</translation>
        </message>
        <message>
            <source>Tempo por resposta</source>
            <translation>Time per answer</translation>
        </message>
        <message>
            <source>Trabalho em cada resposta. Vale até haver 50 respostas medidas; depois vale o medido.</source>
            <translation>Work on each answer. It counts until 50 answers have been measured; then the measured time counts.</translation>
        </message>
        <message>
            <source>Voltar ao salvo</source>
            <translation>Back to the saved ones</translation>
        </message>
        <message>
            <source>como medido</source>
            <translation>as measured</translation>
        </message>
    </context>
    <context>
        <name>SaveBar</name>
        <message>
            <source>Cancelar</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Mostrar para toda a equipe</source>
            <translation>Show to the whole team</translation>
        </message>
        <message>
            <source>Nome do filtro</source>
            <translation>Name of the filter</translation>
        </message>
        <message>
            <source>Salvar</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Salvar filtro</source>
            <translation>Save filter</translation>
        </message>
    </context>
    <context>
        <name>SaveLine</name>
        <message>
            <source>Cancelar</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Nome da visão</source>
            <translation>Name of the view</translation>
        </message>
        <message>
            <source>Salvar</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Salvar como visão</source>
            <translation>Save as view</translation>
        </message>
    </context>
    <context>
        <name>SavedReportsPage</name>
        <message>
            <source>, ao lado de {other}</source>
            <translation>, next to {other}</translation>
        </message>
        <message>
            <source>Documento PDF (*.pdf)</source>
            <translation>PDF document (*.pdf)</translation>
        </message>
        <message>
            <source>Editar</source>
            <translation>Edit</translation>
        </message>
        <message>
            <source>Excluir</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>Exportar dados…</source>
            <translation>Export data…</translation>
        </message>
        <message>
            <source>Gráficos: {names}</source>
            <translation>Charts: {names}</translation>
        </message>
        <message>
            <source>Novo a partir deste</source>
            <translation>New from this one</translation>
        </message>
        <message>
            <source>Planilha (*.xlsx)</source>
            <translation>Spreadsheet (*.xlsx)</translation>
        </message>
        <message>
            <source>Relatórios</source>
            <translation>Reports</translation>
        </message>
        <message>
            <source>Relatórios salvos</source>
            <translation>Saved reports</translation>
        </message>
        <message>
            <source>Salvar PDF…</source>
            <translation>Save PDF…</translation>
        </message>
        <message>
            <source>Salvar planilha…</source>
            <translation>Save spreadsheet…</translation>
        </message>
        <message>
            <source>Salvar relatório</source>
            <translation>Save report</translation>
        </message>
        <message>
            <source>{rule}: {days}</source>
            <translation>{rule}: {days}</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Limpar busca</source>
            <translation>Clear search</translation>
        </message>
    </context>
    <context>
        <name>SearchPage</name>
        <message>
            <source>Abrir na Entrada</source>
            <translation>Open in Inbox</translation>
        </message>
        <message>
            <source>Busca</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>Mais novas</source>
            <translation>Newest</translation>
        </message>
        <message>
            <source>Mais relevantes</source>
            <translation>Most relevant</translation>
        </message>
        <message>
            <source>Ordem</source>
            <translation>Order</translation>
        </message>
        <message>
            <source>Outras formas da palavra</source>
            <translation>Other forms of the word</translation>
        </message>
        <message>
            <source>Procurando por: {text}</source>
            <translation>Searching for: {text}</translation>
        </message>
        <message>
            <source>Procurar por “{text}”</source>
            <translation>Search for “{text}”</translation>
        </message>
        <message>
            <source>Resultados</source>
            <translation>Results</translation>
        </message>
        <message>
            <source>Salvar como visão</source>
            <translation>Save as view</translation>
        </message>
        <message>
            <source>Tirar filtro: {text}</source>
            <translation>Remove filter: {text}</translation>
        </message>
        <message>
            <source>Tudo</source>
            <translation>Everything</translation>
        </message>
        <message>
            <source>Visão “{name}” salva na navegação</source>
            <translation>View “{name}” saved in the navigation</translation>
        </message>
        <message>
            <source>“reclamar” acha também reclamação, reclamei, reclamou…</source>
            <translation>“reclamar” also finds reclamação, reclamei, reclamou…</translation>
        </message>
    </context>
    <context>
        <name>SecondReason</name>
        <message>
            <source>Motivo</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Motivo para responder de novo</source>
            <translation>Reason for answering again</translation>
        </message>
    </context>
    <context>
        <name>SectionFrame</name>
        <message>
            <source>Balcão</source>
            <translation>Counter</translation>
        </message>
        <message>
            <source>Como veio dos documentos</source>
            <translation>As it came from the documents</translation>
        </message>
        <message>
            <source>Restaurar</source>
            <translation>Restore</translation>
        </message>
        <message>
            <source>Restaurar o original desta seção</source>
            <translation>Restore the original of this section</translation>
        </message>
        <message>
            <source>Só a supervisão muda as regras.</source>
            <translation>Only supervision changes the rules.</translation>
        </message>
        <message>
            <source>Voltar esta seção ao original dos documentos? O que a equipe mudou aqui sai; dá para desfazer.</source>
            <translation>Restore this section to the original of the documents? What the team changed here goes away; you can undo it.</translation>
        </message>
        <message>
            <source>Última mudança: {who}, {when}</source>
            <translation>Last change: {who}, {when}</translation>
        </message>
    </context>
    <context>
        <name>SectionList</name>
        <message>
            <source>Seções dos relatórios</source>
            <translation>Report sections</translation>
        </message>
    </context>
    <context>
        <name>Sending</name>
        <message>
            <source>A foto guarda dados da câmera, e às vezes do lugar onde foi tirada.</source>
            <translation>The photo holds camera data, and sometimes the place where it was taken.</translation>
        </message>
        <message>
            <source>Crise nível {level}: esta resposta vai ser vista por todos. Enviar em público?</source>
            <translation>Crisis level {level}: everybody will see this reply. Send it in public?</translation>
        </message>
        <message>
            <source>Enviar assim mesmo</source>
            <translation>Send anyway</translation>
        </message>
        <message>
            <source>Enviar com os anexos</source>
            <translation>Send with the attachments</translation>
        </message>
        <message>
            <source>Enviar de novo</source>
            <translation>Send again</translation>
        </message>
        <message>
            <source>Enviar em público</source>
            <translation>Send in public</translation>
        </message>
        <message>
            <source>Responder em privado</source>
            <translation>Reply in private</translation>
        </message>
        <message>
            <source>Um anexo ainda está sendo lido. Espere um instante e envie de novo.</source>
            <translation>An attachment is still being read. Wait a moment and send again.</translation>
        </message>
        <message>
            <source>{by} · {when}
{text}</source>
            <translation>{by} · {when}
{text}</translation>
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message>
            <source>Informações do atendimento</source>
            <translation>Information on the case</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Navegação</source>
            <translation>Navigation</translation>
        </message>
    </context>
    <context>
        <name>SituationsPage</name>
        <message>
            <source>A resposta pública espera em “A aprovar” até que outra pessoa da supervisão diga sim. Os níveis de crise se marcam na Matriz de crises.</source>
            <translation>The public reply waits in “To approve” until someone else in supervision says yes. The crisis levels are marked in the Crisis matrix.</translation>
        </message>
        <message>
            <source>Aprovação</source>
            <translation>Approval</translation>
        </message>
        <message>
            <source>Aprovação de respostas públicas</source>
            <translation>Approval of public replies</translation>
        </message>
        <message>
            <source>Nome</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Novo tema</source>
            <translation>New theme</translation>
        </message>
        <message>
            <source>Não responder</source>
            <translation>Do not answer</translation>
        </message>
        <message>
            <source>O que fazer</source>
            <translation>What to do</translation>
        </message>
        <message>
            <source>O que o Balcão recomenda em cada situação; a pessoa sempre decide.</source>
            <translation>What Balcão recommends in each situation; the person always decides.</translation>
        </message>
        <message>
            <source>Onde responder a quem falou direto</source>
            <translation>Where to answer those who spoke to us directly</translation>
        </message>
        <message>
            <source>Onde responder nesse caso</source>
            <translation>Where to answer in this case</translation>
        </message>
        <message>
            <source>Palavras que bastam (uma por linha)</source>
            <translation>Words that are enough (one per line)</translation>
        </message>
        <message>
            <source>Palavras que só valem em dupla (uma por linha)</source>
            <translation>Words that only count in pairs (one per line)</translation>
        </message>
        <message>
            <source>Precisa do sim de outra pessoa</source>
            <translation>Needs someone else's yes</translation>
        </message>
        <message>
            <source>Quando é esta situação</source>
            <translation>When it is this situation</translation>
        </message>
        <message>
            <source>Se falou direto com a marca</source>
            <translation>If they spoke to the brand directly</translation>
        </message>
        <message>
            <source>Se não falou direto com a marca</source>
            <translation>If they did not speak to the brand directly</translation>
        </message>
        <message>
            <source>Situação grave</source>
            <translation>Grave case</translation>
        </message>
        <message>
            <source>Situações</source>
            <translation>Situations</translation>
        </message>
        <message>
            <source>Situações e ações</source>
            <translation>Situations and actions</translation>
        </message>
        <message>
            <source>Tema novo</source>
            <translation>New theme</translation>
        </message>
        <message>
            <source>Temas</source>
            <translation>Themes</translation>
        </message>
        <message>
            <source>Uma resposta simples e só uma</source>
            <translation>One simple reply and no more</translation>
        </message>
    </context>
    <context>
        <name>SnoozePanel</name>
        <message>
            <source>Adiar até</source>
            <translation>Snooze until</translation>
        </message>
        <message>
            <source>Adiar para esta data</source>
            <translation>Snooze until this date</translation>
        </message>
        <message>
            <source>Outra data e hora</source>
            <translation>Another date and time</translation>
        </message>
        <message>
            <source>amanhã cedo</source>
            <translation>tomorrow morning</translation>
        </message>
        <message>
            <source>em 2 horas</source>
            <translation>in 2 hours</translation>
        </message>
        <message>
            <source>ou escolher</source>
            <translation>or choose</translation>
        </message>
        <message>
            <source>segunda</source>
            <translation>Monday</translation>
        </message>
    </context>
    <context>
        <name>SolutionSection</name>
        <message>
            <source>O que resolveu, em poucas palavras</source>
            <translation>What solved it, in a few words</translation>
        </message>
        <message>
            <source>SOLUÇÃO</source>
            <translation>SOLUTION</translation>
        </message>
        <message>
            <source>Salvar solução</source>
            <translation>Save solution</translation>
        </message>
        <message>
            <source>Solução</source>
            <translation>Solution</translation>
        </message>
    </context>
    <context>
        <name>SourceDialog</name>
        <message>
            <source>1 figura da internet não foi carregada, para não avisar quem enviou.</source>
            <translation>1 image from the internet wasn't loaded, so the sender isn't alerted.</translation>
        </message>
        <message>
            <source>Antes de {when}</source>
            <translation>Before {when}</translation>
        </message>
        <message>
            <source>Apagada na rede; o Balcão guardou o que chegou.</source>
            <translation>Deleted on the network; Balcão kept what arrived.</translation>
        </message>
        <message>
            <source>Como veio</source>
            <translation>As received</translation>
        </message>
        <message>
            <source>Fechar</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Mensagem original</source>
            <translation>Original message</translation>
        </message>
        <message>
            <source>Partes da mensagem</source>
            <translation>Parts of the message</translation>
        </message>
        <message>
            <source>Texto completo</source>
            <translation>Full text</translation>
        </message>
        <message>
            <source>{n} figuras da internet não foram carregadas, para não avisar quem enviou.</source>
            <translation>{n} images from the internet weren't loaded, so the sender isn't alerted.</translation>
        </message>
    </context>
    <context>
        <name>SpellCheck</name>
        <message>
            <source>A verificação ortográfica está desligada nesta estação (Aparência).</source>
            <translation>Spell checking is off on this workstation (Appearance).</translation>
        </message>
        <message>
            <source>Nenhuma palavra para corrigir.</source>
            <translation>No words to correct.</translation>
        </message>
        <message>
            <source>Tirar “{word}” do dicionário da equipe</source>
            <translation>Remove “{word}” from the team dictionary</translation>
        </message>
        <message>
            <source>“{word}” fora do dicionário da equipe</source>
            <translation>“{word}” out of the team dictionary</translation>
        </message>
        <message>
            <source>“{word}” no dicionário da equipe</source>
            <translation>“{word}” in the team dictionary</translation>
        </message>
    </context>
    <context>
        <name>SpellMenu</name>
        <message>
            <source>1 sugestão para {word}</source>
            <translation>1 suggestion for {word}</translation>
        </message>
        <message>
            <source>Adicionar ao dicionário da equipe</source>
            <translation>Add to the team dictionary</translation>
        </message>
        <message>
            <source>Ignorar nesta resposta</source>
            <translation>Ignore in this reply</translation>
        </message>
        <message>
            <source>Nenhuma sugestão</source>
            <translation>No suggestions</translation>
        </message>
        <message>
            <source>Nenhuma sugestão para {word}</source>
            <translation>No suggestions for {word}</translation>
        </message>
        <message>
            <source>Procurando sugestões…</source>
            <translation>Looking for suggestions…</translation>
        </message>
        <message>
            <source>Sugestões para {word}</source>
            <translation>Suggestions for {word}</translation>
        </message>
        <message>
            <source>{count} sugestões para {word}</source>
            <translation>{count} suggestions for {word}</translation>
        </message>
    </context>
    <context>
        <name>SplitPanel</name>
        <message>
            <source>Marque na conversa as mensagens que tratam de outro assunto</source>
            <translation>Tick the messages in the conversation that are about another matter</translation>
        </message>
        <message>
            <source>Separar em outro atendimento</source>
            <translation>Split off into another case</translation>
        </message>
        <message>
            <source>Separar em outro atendimento ({count})</source>
            <translation>Split off into another case ({count})</translation>
        </message>
        <message>
            <source>Título do novo atendimento</source>
            <translation>Title of the new case</translation>
        </message>
        <message>
            <source>Título do novo atendimento (opcional)</source>
            <translation>Title of the new case (optional)</translation>
        </message>
    </context>
    <context>
        <name>StartDialog</name>
        <message>
            <source>Abrir só para leitura</source>
            <translation>Open read-only</translation>
        </message>
        <message>
            <source>Bem-vindo ao Balcão</source>
            <translation>Welcome to Balcão</translation>
        </message>
        <message>
            <source>Começar</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Como a equipe conhece você</source>
            <translation>As the team knows you</translation>
        </message>
        <message>
            <source>Diga quem você é e onde ficam os atendimentos. Dá para mudar depois em Configurações.</source>
            <translation>Say who you are and where the cases are kept. You can change it later in Settings.</translation>
        </message>
        <message>
            <source>Escreva seu nome: ele aparece em cada resposta e no histórico.</source>
            <translation>Write your name: it appears on every reply and in the history.</translation>
        </message>
        <message>
            <source>Onde ficam os atendimentos</source>
            <translation>Where the cases are kept</translation>
        </message>
        <message>
            <source>Seu nome</source>
            <translation>Your name</translation>
        </message>
    </context>
    <context>
        <name>StatusStrip</name>
        <message>
            <source>Ver o que ainda não saiu</source>
            <translation>See what hasn't gone out yet</translation>
        </message>
    </context>
    <context>
        <name>StepButtons</name>
        <message>
            <source>Cancelar</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Conferir</source>
            <translation>Check</translation>
        </message>
        <message>
            <source>Importar</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>Voltar</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>StepList</name>
        <message>
            <source>Passos do planejamento</source>
            <translation>Planning steps</translation>
        </message>
        <message>
            <source>em aberto</source>
            <translation>open</translation>
        </message>
        <message>
            <source>resolvido</source>
            <translation>done</translation>
        </message>
    </context>
    <context>
        <name>StepPanel</name>
        <message>
            <source>Decisão</source>
            <translation>Decision</translation>
        </message>
        <message>
            <source>Enquanto você escrevia, ficou gravado: {text}</source>
            <translation>While you were writing, this was saved: {text}</translation>
        </message>
        <message>
            <source>O que foi decidido</source>
            <translation>What was decided</translation>
        </message>
        <message>
            <source>Passo resolvido</source>
            <translation>Step done</translation>
        </message>
        <message>
            <source>Prazo</source>
            <translation>Deadline</translation>
        </message>
        <message>
            <source>Prazo do passo</source>
            <translation>Step deadline</translation>
        </message>
        <message>
            <source>Resolvido por {name}</source>
            <translation>Done by {name}</translation>
        </message>
        <message>
            <source>Responsável</source>
            <translation>Person in charge</translation>
        </message>
        <message>
            <source>Sem responsável</source>
            <translation>No one in charge</translation>
        </message>
    </context>
    <context>
        <name>StepsBar</name>
        <message>
            <source>Acompanhamento</source>
            <translation>Follow-up</translation>
        </message>
        <message>
            <source>Atender</source>
            <translation>Attend</translation>
        </message>
        <message>
            <source>Etapa {number} de {total}: {step}</source>
            <translation>Step {number} of {total}: {step}</translation>
        </message>
        <message>
            <source>Histórico</source>
            <translation>History</translation>
        </message>
        <message>
            <source>Identificação</source>
            <translation>Identification</translation>
        </message>
        <message>
            <source>Protocolo, 2º nível</source>
            <translation>Protocol, 2nd level</translation>
        </message>
        <message>
            <source>Solução</source>
            <translation>Solution</translation>
        </message>
        <message>
            <source>Todas as etapas concluídas</source>
            <translation>All steps done</translation>
        </message>
    </context>
    <context>
        <name>SuggestionsPage</name>
        <message>
            <source>Acerta em 100</source>
            <translation>Right in 100</translation>
        </message>
        <message>
            <source>Agora</source>
            <translation>Now</translation>
        </message>
        <message>
            <source>Andamento do treino</source>
            <translation>Training progress</translation>
        </message>
        <message>
            <source>Cancelar</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Chute acertaria</source>
            <translation>Guessing would be right</translation>
        </message>
        <message>
            <source>Confirmado</source>
            <translation>Confirmed</translation>
        </message>
        <message>
            <source>Eixo</source>
            <translation>Axis</translation>
        </message>
        <message>
            <source>Eixos que o Balcão aprende</source>
            <translation>Axes Balcão learns</translation>
        </message>
        <message>
            <source>Exemplos</source>
            <translation>Examples</translation>
        </message>
        <message>
            <source>F1 médio</source>
            <translation>Mean F1</translation>
        </message>
        <message>
            <source>O Balcão aprende com o que a equipe classificou, nesta máquina e sem internet, e sugere nos atendimentos novos. Onde não acerta mais do que dizer sempre o mais comum, não sugere nada. Os gráficos contam também o sugerido; prazos, rotas e encerramento só contam o que uma pessoa confirmou.</source>
            <translation>Balcão learns from what the team has classified, on this machine and without internet, and suggests it in new cases. Where it is right no more often than always saying the most common, it suggests nothing. Charts count what is suggested too; deadlines, routes and closing count only what a person has confirmed.</translation>
        </message>
        <message>
            <source>Sugestões</source>
            <translation>Suggestions</translation>
        </message>
        <message>
            <source>Treinando as sugestões</source>
            <translation>Training the suggestions</translation>
        </message>
        <message>
            <source>Treinar agora</source>
            <translation>Train now</translation>
        </message>
        <message>
            <source>Treino concluído: eixos com sugestão: {count}</source>
            <translation>Training done: axes with suggestions: {count}</translation>
        </message>
        <message>
            <source>Treino concluído: por enquanto nenhum eixo supera o chute</source>
            <translation>Training done: for now no axis beats a guess</translation>
        </message>
    </context>
    <context>
        <name>SuggestionsPanel</name>
        <message>
            <source>Não é</source>
            <translation>No</translation>
        </message>
        <message>
            <source>Não é a mesma pessoa</source>
            <translation>Not the same person</translation>
        </message>
        <message>
            <source>Pode ser a mesma pessoa</source>
            <translation>May be the same person</translation>
        </message>
        <message>
            <source>Unir os dois cadastros</source>
            <translation>Merge the two</translation>
        </message>
        <message>
            <source>Ver</source>
            <translation>View</translation>
        </message>
        <message>
            <source>Ver o cadastro de {name}</source>
            <translation>View {name}</translation>
        </message>
        <message>
            <source>{name} não é a mesma pessoa</source>
            <translation>{name} is not the same person</translation>
        </message>
        <message>
            <source>{name} é a mesma pessoa</source>
            <translation>{name} is the same person</translation>
        </message>
        <message>
            <source>É a mesma pessoa</source>
            <translation>Same person</translation>
        </message>
    </context>
    <context>
        <name>SwotPage</name>
        <message>
            <source>Ainda em branco neste período. Peça uma proposta ou escreva a primeira linha.</source>
            <translation>Still blank for this period. Ask for a proposal or write the first line.</translation>
        </message>
        <message>
            <source>Documento PDF (*.pdf)</source>
            <translation>PDF document (*.pdf)</translation>
        </message>
        <message>
            <source>Feito em {when} por {who}</source>
            <translation>Made on {when} by {who}</translation>
        </message>
        <message>
            <source>Lendo os dados do período…</source>
            <translation>Reading the period's data…</translation>
        </message>
        <message>
            <source>Nada novo: a folha já tem tudo o que os dados propõem.</source>
            <translation>Nothing new: the sheet already has all that the data proposes.</translation>
        </message>
        <message>
            <source>Os dados deste período são poucos para uma proposta.</source>
            <translation>There is too little data in this period for a proposal.</translation>
        </message>
        <message>
            <source>Propor a folha SWOT</source>
            <translation>Propose the SWOT sheet</translation>
        </message>
        <message>
            <source>Propor a partir dos dados</source>
            <translation>Propose from the data</translation>
        </message>
        <message>
            <source>SWOT · {days}</source>
            <translation>SWOT · {days}</translation>
        </message>
        <message>
            <source>Salvar PDF…</source>
            <translation>Save PDF…</translation>
        </message>
        <message>
            <source>Salvar a folha SWOT</source>
            <translation>Save the SWOT sheet</translation>
        </message>
        <message>
            <source>Salvo em {name}</source>
            <translation>Saved in {name}</translation>
        </message>
        <message>
            <source>Versão antiga. O que você mudar aqui vira a versão atual.</source>
            <translation>Old version. What you change here becomes the current version.</translation>
        </message>
        <message>
            <source>Versão {n} · {when} · {who}</source>
            <translation>Version {n} · {when} · {who}</translation>
        </message>
        <message>
            <source>Versões da folha</source>
            <translation>Sheet versions</translation>
        </message>
    </context>
    <context>
        <name>TargetEditor</name>
        <message>
            <source>1ª resposta em</source>
            <translation>First response in</translation>
        </message>
        <message>
            <source>Avisar quando passar</source>
            <translation>Alert when past</translation>
        </message>
        <message>
            <source>Canal</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Cliente</source>
            <translation>Customer</translation>
        </message>
        <message>
            <source>Conta em</source>
            <translation>Counts in</translation>
        </message>
        <message>
            <source>Crise</source>
            <translation>Crisis</translation>
        </message>
        <message>
            <source>Descartar</source>
            <translation>Discard</translation>
        </message>
        <message>
            <source>Natureza</source>
            <translation>Nature</translation>
        </message>
        <message>
            <source>Nome</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Não entendi “{text}”. Escreva, por exemplo, 30 min, 2 h, 1 h 30 ou 1 dia útil.</source>
            <translation>I did not understand “{text}”. Write, for example, 30 min, 2 h, 1 h 30 or 1 d.</translation>
        </message>
        <message>
            <source>Salvar prazo</source>
            <translation>Save deadline</translation>
        </message>
        <message>
            <source>Solução em</source>
            <translation>Solution in</translation>
        </message>
        <message>
            <source>nível {n}</source>
            <translation>level {n}</translation>
        </message>
        <message>
            <source>qualquer</source>
            <translation>any</translation>
        </message>
        <message>
            <source>só VIP</source>
            <translation>VIP only</translation>
        </message>
        <message>
            <source>só quem não é VIP</source>
            <translation>only those who are not VIP</translation>
        </message>
    </context>
    <context>
        <name>TargetsPage</name>
        <message>
            <source>Cada regra vale da sua data em diante; atendimentos antigos seguem a regra da época.</source>
            <translation>Each rule applies from its date on; older cases follow the rule of their time.</translation>
        </message>
        <message>
            <source>Do que pesa mais ao que pesa menos: vale o primeiro que serve ao atendimento.</source>
            <translation>From what weighs most to what weighs least: the first that fits the case applies.</translation>
        </message>
        <message>
            <source>Metas da equipe</source>
            <translation>Team targets</translation>
        </message>
        <message>
            <source>Mostrar</source>
            <translation>Show</translation>
        </message>
        <message>
            <source>Prazos</source>
            <translation>Deadlines</translation>
        </message>
        <message>
            <source>Prazos da lei</source>
            <translation>Legal deadlines</translation>
        </message>
    </context>
    <context>
        <name>TargetsPanel</name>
        <message>
            <source>1ª resposta</source>
            <translation>First response</translation>
        </message>
        <message>
            <source>Aviso</source>
            <translation>Alert</translation>
        </message>
        <message>
            <source>Conta em</source>
            <translation>Counts in</translation>
        </message>
        <message>
            <source>Descer</source>
            <translation>Move down</translation>
        </message>
        <message>
            <source>Duplicar</source>
            <translation>Duplicate</translation>
        </message>
        <message>
            <source>Excluir</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>Novo prazo</source>
            <translation>New deadline</translation>
        </message>
        <message>
            <source>Observação</source>
            <translation>Remark</translation>
        </message>
        <message>
            <source>Prazo</source>
            <translation>Deadline</translation>
        </message>
        <message>
            <source>Prazos da equipe, do que pesa mais ao que pesa menos</source>
            <translation>Team deadlines, from what weighs most to what weighs least</translation>
        </message>
        <message>
            <source>Solução</source>
            <translation>Solution</translation>
        </message>
        <message>
            <source>Subir</source>
            <translation>Move up</translation>
        </message>
        <message>
            <source>Vale para</source>
            <translation>Applies to</translation>
        </message>
        <message>
            <source>{name} (cópia)</source>
            <translation>{name} (copy)</translation>
        </message>
        <message>
            <source>⚠ nunca vale: “{name}” vale sempre antes</source>
            <translation>⚠ never applies: “{name}” always applies first</translation>
        </message>
    </context>
    <context>
        <name>TeamKeyDialog</name>
        <message>
            <source>Chave guardada neste computador</source>
            <translation>Key saved on this computer</translation>
        </message>
        <message>
            <source>Código copiado. Entregue só a quem instala o Balcão em outro computador da equipe.</source>
            <translation>Code copied. Give it only to whoever installs Balcão on another of the team's computers.</translation>
        </message>
        <message>
            <source>Código da chave</source>
            <translation>Key code</translation>
        </message>
        <message>
            <source>Digite o código, com ou sem os traços.</source>
            <translation>Enter the code, with or without the dashes.</translation>
        </message>
        <message>
            <source>Este computador ainda não tem a chave: as contas não são lidas nem respondidas daqui.</source>
            <translation>This computer doesn't have the key yet: accounts can't be read or replied to from here.</translation>
        </message>
        <message>
            <source>Este computador já lê as contas da equipe.</source>
            <translation>This computer already reads the team's accounts.</translation>
        </message>
        <message>
            <source>Mostrar o código deste computador</source>
            <translation>Show this computer's code</translation>
        </message>
    </context>
    <context>
        <name>TemplateForm</name>
        <message>
            <source>Atalho de digitação</source>
            <translation>Typing shortcut</translation>
        </message>
        <message>
            <source>Canal</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Inserir {name}</source>
            <translation>Insert {name}</translation>
        </message>
        <message>
            <source>Natureza</source>
            <translation>Nature</translation>
        </message>
        <message>
            <source>Nenhum</source>
            <translation>None</translation>
        </message>
        <message>
            <source>Nome</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Onde</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>Público ou privado</source>
            <translation>Public or private</translation>
        </message>
        <message>
            <source>Só privado</source>
            <translation>Private only</translation>
        </message>
        <message>
            <source>Só público</source>
            <translation>Public only</translation>
        </message>
        <message>
            <source>Texto</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Todas</source>
            <translation>All</translation>
        </message>
        <message>
            <source>Todos</source>
            <translation>All</translation>
        </message>
        <message>
            <source>Traço da persona</source>
            <translation>Persona trait</translation>
        </message>
        <message>
            <source>nunca usado</source>
            <translation>never used</translation>
        </message>
        <message>
            <source>não cabe em {channels}</source>
            <translation>does not fit in {channels}</translation>
        </message>
        <message>
            <source>usado 1 vez</source>
            <translation>used once</translation>
        </message>
        <message>
            <source>usado {n} vezes</source>
            <translation>used {n} times</translation>
        </message>
        <message>
            <source>{names} não é preenchido: assim a resposta não sai. Use uma das chaves abaixo.</source>
            <translation>{names} is not filled in: the reply cannot go out like this. Use one of the keys below.</translation>
        </message>
        <message>
            <source>{n} caracteres</source>
            <translation>{n} characters</translation>
        </message>
    </context>
    <context>
        <name>TemplatesPage</name>
        <message>
            <source>Aposentar</source>
            <translation>Retire</translation>
        </message>
        <message>
            <source>Duplicar</source>
            <translation>Duplicate</translation>
        </message>
        <message>
            <source>Falta neste atendimento: {names}</source>
            <translation>Missing in this case: {names}</translation>
        </message>
        <message>
            <source>Filtrar modelos</source>
            <translation>Filter templates</translation>
        </message>
        <message>
            <source>Modelo novo</source>
            <translation>New template</translation>
        </message>
        <message>
            <source>Modelos</source>
            <translation>Templates</translation>
        </message>
        <message>
            <source>Modelos de resposta</source>
            <translation>Reply templates</translation>
        </message>
        <message>
            <source>Mostrar aposentados</source>
            <translation>Show retired</translation>
        </message>
        <message>
            <source>Nenhum atendimento com este protocolo.</source>
            <translation>No case with this protocol.</translation>
        </message>
        <message>
            <source>Nome</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Novo</source>
            <translation>New</translation>
        </message>
        <message>
            <source>Olá, {cliente}!</source>
            <translation>Hello, {cliente}!</translation>
        </message>
        <message>
            <source>Onde</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>Protocolo de um atendimento, para ver como fica</source>
            <translation>Protocol of a case, to see how it looks</translation>
        </message>
        <message>
            <source>Protocolo para a prévia</source>
            <translation>Protocol for the preview</translation>
        </message>
        <message>
            <source>Situação</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Textos prontos que a equipe escolhe ao responder; as chaves { } são preenchidas.</source>
            <translation>Ready texts the team chooses when replying; the keys { } are filled in.</translation>
        </message>
        <message>
            <source>Trazer de volta</source>
            <translation>Bring back</translation>
        </message>
        <message>
            <source>Usos</source>
            <translation>Uses</translation>
        </message>
        <message>
            <source>aposentado</source>
            <translation>retired</translation>
        </message>
        <message>
            <source>não sai: chave desconhecida</source>
            <translation>cannot go out: unknown key</translation>
        </message>
        <message>
            <source>privado</source>
            <translation>private</translation>
        </message>
        <message>
            <source>público</source>
            <translation>public</translation>
        </message>
        <message>
            <source>{name} (cópia)</source>
            <translation>{name} (copy)</translation>
        </message>
    </context>
    <context>
        <name>ThemesPage</name>
        <message>
            <source>De {since} a {until}. Visto {when}, em {now} menções da semana e {before} das oito semanas antes (no máximo {most} de cada).</source>
            <translation>From {since} to {until}. Seen {when}, in {now} mentions from the week and {before} from the eight weeks before (at most {most} of each).</translation>
        </message>
        <message>
            <source>Gente, antes</source>
            <translation>People, before</translation>
        </message>
        <message>
            <source>Gente, nesta semana</source>
            <translation>People, this week</translation>
        </message>
        <message>
            <source>Lendo as menções da semana…</source>
            <translation>Reading the week's mentions…</translation>
        </message>
        <message>
            <source>Menções</source>
            <translation>Mentions</translation>
        </message>
        <message>
            <source>Nenhum tema subiu de modo claro esta semana. Isso também é uma notícia.</source>
            <translation>No theme clearly rose this week. That is news too.</translation>
        </message>
        <message>
            <source>Palavras que muito mais gente usou nos últimos sete dias do que nas oito semanas antes. Conta pessoas, não repetições: uma pessoa só não faz um tema.</source>
            <translation>Words that many more people used in the last seven days than in the eight weeks before. It counts people, not repetitions: one person alone does not make a theme.</translation>
        </message>
        <message>
            <source>Procurando os temas da semana</source>
            <translation>Looking for the themes of the week</translation>
        </message>
        <message>
            <source>Procurar de novo</source>
            <translation>Search again</translation>
        </message>
        <message>
            <source>Subiu</source>
            <translation>Rose</translation>
        </message>
        <message>
            <source>Tema</source>
            <translation>Theme</translation>
        </message>
        <message>
            <source>Tema: {term}</source>
            <translation>Theme: {term}</translation>
        </message>
        <message>
            <source>Temas da semana</source>
            <translation>Themes of the week</translation>
        </message>
        <message>
            <source>novo</source>
            <translation>new</translation>
        </message>
        <message>
            <source>{n} vezes</source>
            <translation>{n} times</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>Linha do tempo do atendimento</source>
            <translation>Timeline of the case</translation>
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Fechar aviso</source>
            <translation>Close notice</translation>
        </message>
    </context>
    <context>
        <name>ToastHost</name>
        <message>
            <source>Desfazer</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Buscar protocolo, cliente ou texto</source>
            <translation>Search protocol, customer or text</translation>
        </message>
        <message>
            <source>Buscar protocolo, cliente, texto…</source>
            <translation>Search protocol, customer, text…</translation>
        </message>
        <message>
            <source>Pessoa e disponibilidade: {text}</source>
            <translation>Person and availability: {text}</translation>
        </message>
    </context>
    <context>
        <name>TrailPanel</name>
        <message>
            <source>Atendimentos e menções</source>
            <translation>Cases and mentions</translation>
        </message>
        <message>
            <source>Atendimentos e menções, do mais novo ao mais antigo</source>
            <translation>Cases and mentions, newest first</translation>
        </message>
        <message>
            <source>Do mais novo ao mais antigo, em todos os canais</source>
            <translation>Newest first, on all channels</translation>
        </message>
        <message>
            <source>Nenhum atendimento nem menção deste cliente.</source>
            <translation>No case or mention of this customer.</translation>
        </message>
        <message>
            <source>Próximo passo: {what}</source>
            <translation>Next step: {what}</translation>
        </message>
    </context>
    <context>
        <name>TreeFileFlow</name>
        <message>
            <source>Exportar a árvore</source>
            <translation>Export the tree</translation>
        </message>
        <message>
            <source>Importar uma árvore</source>
            <translation>Import a tree</translation>
        </message>
        <message>
            <source>Árvore gravada em {file}</source>
            <translation>Tree saved in {file}</translation>
        </message>
        <message>
            <source>Árvores (*.csv *.json *.txt);;Todos os arquivos (*)</source>
            <translation>Trees (*.csv *.json *.txt);;All files (*)</translation>
        </message>
    </context>
    <context>
        <name>TreeModel</name>
        <message>
            <source>tecla {key}</source>
            <translation>key {key}</translation>
        </message>
    </context>
    <context>
        <name>TreePage</name>
        <message>
            <source>O que perguntamos de cada atendimento e com quais respostas. Nada em uso se apaga.</source>
            <translation>What we ask about each case and with which answers. Nothing in use is deleted.</translation>
        </message>
        <message>
            <source>Quem carrega a resposta: {who}</source>
            <translation>Who carries the answer: {who}</translation>
        </message>
        <message>
            <source>Salvo</source>
            <translation>Saved</translation>
        </message>
        <message>
            <source>Árvore de classificação</source>
            <translation>Classification tree</translation>
        </message>
    </context>
    <context>
        <name>TreePanes</name>
        <message>
            <source>Aposentar</source>
            <translation>Retire</translation>
        </message>
        <message>
            <source>Criar o primeiro item</source>
            <translation>Create the first item</translation>
        </message>
        <message>
            <source>Este eixo ainda não tem itens.</source>
            <translation>This axis has no items yet.</translation>
        </message>
        <message>
            <source>Exportar…</source>
            <translation>Export…</translation>
        </message>
        <message>
            <source>Filtrar itens</source>
            <translation>Filter items</translation>
        </message>
        <message>
            <source>Filtrar itens da árvore</source>
            <translation>Filter tree items</translation>
        </message>
        <message>
            <source>Importar…</source>
            <translation>Import…</translation>
        </message>
        <message>
            <source>JSON</source>
            <translation>JSON</translation>
        </message>
        <message>
            <source>Juntar com…</source>
            <translation>Merge with…</translation>
        </message>
        <message>
            <source>Limpar filtro</source>
            <translation>Clear filter</translation>
        </message>
        <message>
            <source>Mover para…</source>
            <translation>Move to…</translation>
        </message>
        <message>
            <source>Nenhum item com essas letras.</source>
            <translation>No item with these letters.</translation>
        </message>
        <message>
            <source>Novo item</source>
            <translation>New item</translation>
        </message>
        <message>
            <source>Planilha (CSV)</source>
            <translation>Spreadsheet (CSV)</translation>
        </message>
        <message>
            <source>Separar</source>
            <translation>Split off</translation>
        </message>
        <message>
            <source>Trazer de volta</source>
            <translation>Bring back</translation>
        </message>
        <message>
            <source>Árvores prontas…</source>
            <translation>Ready-made trees…</translation>
        </message>
    </context>
    <context>
        <name>TreeQuestions</name>
        <message>
            <source>Dentro de “{path}”.</source>
            <translation>Inside “{path}”.</translation>
        </message>
        <message>
            <source>Escolha dentro de qual item ele passa a ficar.</source>
            <translation>Choose the item it will now be inside.</translation>
        </message>
        <message>
            <source>Juntar</source>
            <translation>Merge</translation>
        </message>
        <message>
            <source>Juntar “{node}” com outro</source>
            <translation>Merge “{node}” with another</translation>
        </message>
        <message>
            <source>Mover</source>
            <translation>Move</translation>
        </message>
        <message>
            <source>Mover “{node}”</source>
            <translation>Move “{node}”</translation>
        </message>
        <message>
            <source>No topo de “{axis}”.</source>
            <translation>At the top of “{axis}”.</translation>
        </message>
        <message>
            <source>No topo do eixo</source>
            <translation>At the top of the axis</translation>
        </message>
        <message>
            <source>O outro item fica; este deixa de ser oferecido. Dá para separar a qualquer momento.</source>
            <translation>The other item stays; this one is no longer offered. You can split them at any time.</translation>
        </message>
        <message>
            <source>Vai junto: {inner}.</source>
            <translation>Goes along: {inner}.</translation>
        </message>
        <message>
            <source>código {key}</source>
            <translation>code {key}</translation>
        </message>
        <message>
            <source>em {place}</source>
            <translation>in {place}</translation>
        </message>
        <message>
            <source>o topo do eixo</source>
            <translation>the top of the axis</translation>
        </message>
        <message>
            <source>responde também por {names}</source>
            <translation>also answers to {names}</translation>
        </message>
        <message>
            <source>{count} de “{node}” passa a contar em “{target}”.</source>
            <translation>{count} of “{node}” now counts in “{target}”.</translation>
        </message>
        <message>
            <source>{count} de “{node}” passam a contar em “{target}”.</source>
            <translation>{count} of “{node}” now count in “{target}”.</translation>
        </message>
        <message>
            <source>“{node}” vai para {place}, com tudo o que tem dentro.</source>
            <translation>“{node}” goes to {place}, with everything inside it.</translation>
        </message>
    </context>
    <context>
        <name>TriageActs</name>
        <message>
            <source>1 menção já estava tratada e ficou como estava</source>
            <translation>1 mention had been dealt with already and stays as it was</translation>
        </message>
        <message>
            <source>Atendimento {number} aberto</source>
            <translation>Case {number} opened</translation>
        </message>
        <message>
            <source>Juntada ao atendimento {number}</source>
            <translation>Joined to case {number}</translation>
        </message>
        <message>
            <source>Triagem de {n} menções</source>
            <translation>Triage of {n} mentions</translation>
        </message>
        <message>
            <source>{n} menções já estavam tratadas e ficaram como estavam</source>
            <translation>{n} mentions had been dealt with already and stay as they were</translation>
        </message>
    </context>
    <context>
        <name>TriageKeys</name>
        <message>
            <source>Adiar {n} atendimentos até quando?</source>
            <translation>Snooze {n} cases until when?</translation>
        </message>
        <message>
            <source>Amanhã às 9h</source>
            <translation>Tomorrow at 9</translation>
        </message>
        <message>
            <source>Atribuir {n} atendimentos a quem?</source>
            <translation>Assign {n} cases to whom?</translation>
        </message>
        <message>
            <source>Daqui a 1 hora</source>
            <translation>In 1 hour</translation>
        </message>
        <message>
            <source>Daqui a 1 semana</source>
            <translation>In 1 week</translation>
        </message>
        <message>
            <source>Daqui a 3 horas</source>
            <translation>In 3 hours</translation>
        </message>
        <message>
            <source>Ignorar esta menção. Por quê?</source>
            <translation>Ignore this mention. Why?</translation>
        </message>
        <message>
            <source>Ignorar {n} menções. Por quê?</source>
            <translation>Ignore {n} mentions. Why?</translation>
        </message>
        <message>
            <source>Juntar esta menção a qual atendimento?</source>
            <translation>Join this mention to which case?</translation>
        </message>
        <message>
            <source>Juntar {n} menções a qual atendimento?</source>
            <translation>Join {n} mentions to which case?</translation>
        </message>
        <message>
            <source>Nome da pessoa</source>
            <translation>Name of the person</translation>
        </message>
        <message>
            <source>Outro motivo, e Enter</source>
            <translation>Another reason, and Enter</translation>
        </message>
        <message>
            <source>Protocolo, parte dele, cliente ou palavra</source>
            <translation>Protocol, part of it, customer or word</translation>
        </message>
        <message>
            <source>Segunda às 9h</source>
            <translation>Monday at 9</translation>
        </message>
    </context>
    <context>
        <name>TryBox</name>
        <message>
            <source>Cole ou escreva uma menção, por exemplo: não vou ao Procon</source>
            <translation>Paste or write a mention, for example: não vou ao Procon</translation>
        </message>
        <message>
            <source>Sentimento lido no texto: {name} ({sure} de certeza)</source>
            <translation>Sentiment read in the text: {name} ({sure} certain)</translation>
        </message>
        <message>
            <source>Testar um texto</source>
            <translation>Test a text</translation>
        </message>
        <message>
            <source>Texto para testar</source>
            <translation>Text to test</translation>
        </message>
    </context>
    <context>
        <name>TryPanel</name>
        <message>
            <source>Canal do teste</source>
            <translation>Test channel</translation>
        </message>
        <message>
            <source>Cliente VIP</source>
            <translation>VIP customer</translation>
        </message>
        <message>
            <source>Natureza do teste</source>
            <translation>Test nature</translation>
        </message>
        <message>
            <source>Nenhum prazo vale aqui: o atendimento usa 4 h e 40 h de tempo útil.</source>
            <translation>No deadline applies here: the case uses 4 h and 40 h of working time.</translation>
        </message>
        <message>
            <source>Nível de crise do teste</source>
            <translation>Test crisis level</translation>
        </message>
        <message>
            <source>Pede: {conditions}. Crise pesa mais que VIP, VIP mais que natureza, natureza mais que canal.</source>
            <translation>Asks for: {conditions}. Crisis weighs more than VIP, VIP more than nature, nature more than channel.</translation>
        </message>
        <message>
            <source>TESTAR</source>
            <translation>TEST</translation>
        </message>
        <message>
            <source>Também valeriam, com menos peso: {others}.</source>
            <translation>These would also apply, with less weight: {others}.</translation>
        </message>
        <message>
            <source>crise nível {n}</source>
            <translation>crisis level {n}</translation>
        </message>
        <message>
            <source>natureza em branco</source>
            <translation>blank nature</translation>
        </message>
        <message>
            <source>qualquer canal</source>
            <translation>any channel</translation>
        </message>
        <message>
            <source>sem crise</source>
            <translation>no crisis</translation>
        </message>
    </context>
    <context>
        <name>TypeAhead</name>
        <message>
            <source>Sugestões de {name}</source>
            <translation>Suggestions for {name}</translation>
        </message>
    </context>
    <context>
        <name>TypingPopup</name>
        <message>
            <source>Sugestões da busca</source>
            <translation>Search suggestions</translation>
        </message>
    </context>
    <context>
        <name>UndoBar</name>
        <message>
            <source>Desfazer</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>UndoStack</name>
        <message>
            <source>Aguardando o cliente</source>
            <translation>Waiting for the customer</translation>
        </message>
        <message>
            <source>Alerta é seu</source>
            <translation>Alert is yours</translation>
        </message>
        <message>
            <source>Anotação incluída na sala</source>
            <translation>Note added to the room</translation>
        </message>
        <message>
            <source>Aprovação retirada</source>
            <translation>Approval withdrawn</translation>
        </message>
        <message>
            <source>Atendimento aberto</source>
            <translation>Case opened</translation>
        </message>
        <message>
            <source>Atendimento adiado</source>
            <translation>Case snoozed</translation>
        </message>
        <message>
            <source>Atendimento anulado</source>
            <translation>Case voided</translation>
        </message>
        <message>
            <source>Atendimento atribuído</source>
            <translation>Case assigned</translation>
        </message>
        <message>
            <source>Atendimento de volta à fila</source>
            <translation>Case back in the queue</translation>
        </message>
        <message>
            <source>Atendimento encaminhado</source>
            <translation>Case forwarded</translation>
        </message>
        <message>
            <source>Atendimento encerrado</source>
            <translation>Case closed</translation>
        </message>
        <message>
            <source>Atendimento levado à Ouvidoria</source>
            <translation>Case taken to the Ombudsman</translation>
        </message>
        <message>
            <source>Atendimento reaberto</source>
            <translation>Case reopened</translation>
        </message>
        <message>
            <source>Atendimento resolvido</source>
            <translation>Case resolved</translation>
        </message>
        <message>
            <source>Atendimento retomado</source>
            <translation>Case resumed</translation>
        </message>
        <message>
            <source>Atendimento sem dono</source>
            <translation>Case unowned</translation>
        </message>
        <message>
            <source>Atendimento separado</source>
            <translation>Case split</translation>
        </message>
        <message>
            <source>Atendimento é seu</source>
            <translation>Case is yours</translation>
        </message>
        <message>
            <source>Atendimentos unidos</source>
            <translation>Cases merged</translation>
        </message>
        <message>
            <source>Ação excluída</source>
            <translation>Action deleted</translation>
        </message>
        <message>
            <source>Ação mudada</source>
            <translation>Action changed</translation>
        </message>
        <message>
            <source>Ação registrada</source>
            <translation>Action recorded</translation>
        </message>
        <message>
            <source>Cadastro alterado</source>
            <translation>Customer changed</translation>
        </message>
        <message>
            <source>Cadastros unidos</source>
            <translation>Customers merged</translation>
        </message>
        <message>
            <source>Classificação do cliente mudada</source>
            <translation>Customer's classification changed</translation>
        </message>
        <message>
            <source>Classificação mudada</source>
            <translation>Classification changed</translation>
        </message>
        <message>
            <source>Cliente alterado</source>
            <translation>Customer changed</translation>
        </message>
        <message>
            <source>Clientes unidos</source>
            <translation>Customers merged</translation>
        </message>
        <message>
            <source>Data do pós-atendimento mudada</source>
            <translation>Follow-up date changed</translation>
        </message>
        <message>
            <source>Eixo aposentado</source>
            <translation>Axis retired</translation>
        </message>
        <message>
            <source>Eixo criado</source>
            <translation>Axis created</translation>
        </message>
        <message>
            <source>Eixo de volta</source>
            <translation>Axis back</translation>
        </message>
        <message>
            <source>Eixo mudado</source>
            <translation>Axis changed</translation>
        </message>
        <message>
            <source>Eixo mudado de lugar</source>
            <translation>Axis moved</translation>
        </message>
        <message>
            <source>Feito</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>Feito em {n}</source>
            <translation>Done to {n}</translation>
        </message>
        <message>
            <source>Filtro apagado</source>
            <translation>Filter deleted</translation>
        </message>
        <message>
            <source>Folha SWOT salva</source>
            <translation>SWOT sheet saved</translation>
        </message>
        <message>
            <source>Horário criado</source>
            <translation>Opening hours created</translation>
        </message>
        <message>
            <source>Horário excluído</source>
            <translation>Opening hours deleted</translation>
        </message>
        <message>
            <source>Horário mudado</source>
            <translation>Opening hours changed</translation>
        </message>
        <message>
            <source>Horário trocado</source>
            <translation>Opening hours switched</translation>
        </message>
        <message>
            <source>Item aposentado</source>
            <translation>Item retired</translation>
        </message>
        <message>
            <source>Item criado na árvore</source>
            <translation>Item created in the tree</translation>
        </message>
        <message>
            <source>Item da árvore mudado</source>
            <translation>Tree item changed</translation>
        </message>
        <message>
            <source>Item de volta</source>
            <translation>Item back</translation>
        </message>
        <message>
            <source>Item movido</source>
            <translation>Item moved</translation>
        </message>
        <message>
            <source>Item separado</source>
            <translation>Item split</translation>
        </message>
        <message>
            <source>Itens juntados</source>
            <translation>Items merged</translation>
        </message>
        <message>
            <source>Marca de VIP mudada</source>
            <translation>VIP mark changed</translation>
        </message>
        <message>
            <source>Marca de crítica fundamentada mudada</source>
            <translation>Well-founded criticism mark changed</translation>
        </message>
        <message>
            <source>Marca de situação grave mudada</source>
            <translation>Grave case mark changed</translation>
        </message>
        <message>
            <source>Marcado como outra pessoa</source>
            <translation>Marked as another person</translation>
        </message>
        <message>
            <source>Material incluído</source>
            <translation>Material added</translation>
        </message>
        <message>
            <source>Material mudado</source>
            <translation>Material changed</translation>
        </message>
        <message>
            <source>Mensagem deixa de ser curtida na rede</source>
            <translation>Message will no longer be liked on the network</translation>
        </message>
        <message>
            <source>Mensagem juntada ao atendimento</source>
            <translation>Message added to the case</translation>
        </message>
        <message>
            <source>Mensagem será curtida na rede</source>
            <translation>Message will be liked on the network</translation>
        </message>
        <message>
            <source>Mensagem será ocultada na rede</source>
            <translation>Message will be hidden on the network</translation>
        </message>
        <message>
            <source>Mensagem volta a aparecer na rede</source>
            <translation>Message shows on the network again</translation>
        </message>
        <message>
            <source>Menção de volta a A triar</source>
            <translation>Mention back to triage</translation>
        </message>
        <message>
            <source>Menção em Monitorar</source>
            <translation>Mention in Monitor</translation>
        </message>
        <message>
            <source>Menção em Monitorar pela regra</source>
            <translation>Mention in Monitor by the rule</translation>
        </message>
        <message>
            <source>Menção ignorada</source>
            <translation>Mention ignored</translation>
        </message>
        <message>
            <source>Menção juntada ao atendimento</source>
            <translation>Mention added to the case</translation>
        </message>
        <message>
            <source>Menção juntada à sala</source>
            <translation>Mention added to the room</translation>
        </message>
        <message>
            <source>Menção tirada da sala</source>
            <translation>Mention removed from the room</translation>
        </message>
        <message>
            <source>Modelo incluído</source>
            <translation>Template added</translation>
        </message>
        <message>
            <source>Modelo mudado</source>
            <translation>Template changed</translation>
        </message>
        <message>
            <source>Nota incluída</source>
            <translation>Note added</translation>
        </message>
        <message>
            <source>Ordem das áreas mudada</source>
            <translation>Order of areas changed</translation>
        </message>
        <message>
            <source>Ordem de {n} prazos mudada</source>
            <translation>Order of {n} deadlines changed</translation>
        </message>
        <message>
            <source>Ordem de {n} áreas mudada</source>
            <translation>Order of {n} areas changed</translation>
        </message>
        <message>
            <source>Ordem do plano mudada</source>
            <translation>Order of the plan changed</translation>
        </message>
        <message>
            <source>Ordem dos prazos mudada</source>
            <translation>Order of deadlines changed</translation>
        </message>
        <message>
            <source>Passo do plano escrito</source>
            <translation>Plan step written</translation>
        </message>
        <message>
            <source>Passo do plano mudado</source>
            <translation>Plan step changed</translation>
        </message>
        <message>
            <source>Perfil separado</source>
            <translation>Handle split off</translation>
        </message>
        <message>
            <source>Pessoas da área mudadas</source>
            <translation>People of the area changed</translation>
        </message>
        <message>
            <source>Pessoas de {n} áreas mudadas</source>
            <translation>People of {n} areas changed</translation>
        </message>
        <message>
            <source>Posição aprovada</source>
            <translation>Approved position</translation>
        </message>
        <message>
            <source>Posição guardada</source>
            <translation>Position saved</translation>
        </message>
        <message>
            <source>Prazo criado</source>
            <translation>Deadline created</translation>
        </message>
        <message>
            <source>Prazo excluído</source>
            <translation>Deadline deleted</translation>
        </message>
        <message>
            <source>Prazo mudado</source>
            <translation>Deadline changed</translation>
        </message>
        <message>
            <source>Promessa acertada</source>
            <translation>Promise settled</translation>
        </message>
        <message>
            <source>Promessa anotada</source>
            <translation>Promise noted</translation>
        </message>
        <message>
            <source>Protocolo informado</source>
            <translation>Protocol given</translation>
        </message>
        <message>
            <source>Regra mudada</source>
            <translation>Rule changed</translation>
        </message>
        <message>
            <source>Regras de {n} seções trazidas do arquivo</source>
            <translation>Rules of {n} sections brought from the file</translation>
        </message>
        <message>
            <source>Regras trazidas do arquivo</source>
            <translation>Rules brought from the file</translation>
        </message>
        <message>
            <source>Relatório excluído</source>
            <translation>Report deleted</translation>
        </message>
        <message>
            <source>Relatório guardado</source>
            <translation>Report saved</translation>
        </message>
        <message>
            <source>Relatório mudado</source>
            <translation>Report changed</translation>
        </message>
        <message>
            <source>Resposta aprovada</source>
            <translation>Reply approved</translation>
        </message>
        <message>
            <source>Resposta da área registrada</source>
            <translation>Area's answer recorded</translation>
        </message>
        <message>
            <source>Resposta na fila de envio</source>
            <translation>Reply in the sending queue</translation>
        </message>
        <message>
            <source>Sala de crise aberta</source>
            <translation>Crisis room opened</translation>
        </message>
        <message>
            <source>Sala de crise encerrada</source>
            <translation>Crisis room closed</translation>
        </message>
        <message>
            <source>Satisfação anotada</source>
            <translation>Satisfaction noted</translation>
        </message>
        <message>
            <source>Sentimento confirmado</source>
            <translation>Sentiment confirmed</translation>
        </message>
        <message>
            <source>Seção de volta ao original</source>
            <translation>Section back to the original</translation>
        </message>
        <message>
            <source>Sistema externo anotado</source>
            <translation>External system noted</translation>
        </message>
        <message>
            <source>Solução guardada</source>
            <translation>Solution saved</translation>
        </message>
        <message>
            <source>Título mudado</source>
            <translation>Title changed</translation>
        </message>
        <message>
            <source>{n} alertas são seus</source>
            <translation>{n} alerts are yours</translation>
        </message>
        <message>
            <source>{n} anotações incluídas na sala</source>
            <translation>{n} notes added to the room</translation>
        </message>
        <message>
            <source>{n} aprovações retiradas</source>
            <translation>{n} approvals withdrawn</translation>
        </message>
        <message>
            <source>{n} atendimentos abertos</source>
            <translation>{n} cases opened</translation>
        </message>
        <message>
            <source>{n} atendimentos adiados</source>
            <translation>{n} cases snoozed</translation>
        </message>
        <message>
            <source>{n} atendimentos aguardando o cliente</source>
            <translation>{n} cases waiting for the customer</translation>
        </message>
        <message>
            <source>{n} atendimentos anulados</source>
            <translation>{n} cases voided</translation>
        </message>
        <message>
            <source>{n} atendimentos atribuídos</source>
            <translation>{n} cases assigned</translation>
        </message>
        <message>
            <source>{n} atendimentos de volta à fila</source>
            <translation>{n} cases back in the queue</translation>
        </message>
        <message>
            <source>{n} atendimentos encaminhados</source>
            <translation>{n} cases forwarded</translation>
        </message>
        <message>
            <source>{n} atendimentos encerrados</source>
            <translation>{n} cases closed</translation>
        </message>
        <message>
            <source>{n} atendimentos levados à Ouvidoria</source>
            <translation>{n} cases taken to the Ombudsman</translation>
        </message>
        <message>
            <source>{n} atendimentos reabertos</source>
            <translation>{n} cases reopened</translation>
        </message>
        <message>
            <source>{n} atendimentos resolvidos</source>
            <translation>{n} cases resolved</translation>
        </message>
        <message>
            <source>{n} atendimentos retomados</source>
            <translation>{n} cases resumed</translation>
        </message>
        <message>
            <source>{n} atendimentos sem dono</source>
            <translation>{n} cases unowned</translation>
        </message>
        <message>
            <source>{n} atendimentos separados</source>
            <translation>{n} cases split</translation>
        </message>
        <message>
            <source>{n} atendimentos são seus</source>
            <translation>{n} cases are yours</translation>
        </message>
        <message>
            <source>{n} atendimentos unidos</source>
            <translation>{n} cases merged</translation>
        </message>
        <message>
            <source>{n} ações excluídas</source>
            <translation>{n} actions deleted</translation>
        </message>
        <message>
            <source>{n} ações mudadas</source>
            <translation>{n} actions changed</translation>
        </message>
        <message>
            <source>{n} ações registradas</source>
            <translation>{n} actions recorded</translation>
        </message>
        <message>
            <source>{n} cadastros alterados</source>
            <translation>{n} customer records changed</translation>
        </message>
        <message>
            <source>{n} cadastros unidos</source>
            <translation>{n} customer records merged</translation>
        </message>
        <message>
            <source>{n} classificações de clientes mudadas</source>
            <translation>{n} customer classifications changed</translation>
        </message>
        <message>
            <source>{n} classificações mudadas</source>
            <translation>{n} classifications changed</translation>
        </message>
        <message>
            <source>{n} clientes alterados</source>
            <translation>{n} customers changed</translation>
        </message>
        <message>
            <source>{n} clientes unidos</source>
            <translation>{n} customers merged</translation>
        </message>
        <message>
            <source>{n} datas de pós-atendimento mudadas</source>
            <translation>{n} follow-up dates changed</translation>
        </message>
        <message>
            <source>{n} datas do horário mudadas</source>
            <translation>{n} opening hours dates changed</translation>
        </message>
        <message>
            <source>{n} eixos aposentados</source>
            <translation>{n} axes retired</translation>
        </message>
        <message>
            <source>{n} eixos criados</source>
            <translation>{n} axes created</translation>
        </message>
        <message>
            <source>{n} eixos de volta</source>
            <translation>{n} axes back</translation>
        </message>
        <message>
            <source>{n} eixos mudados</source>
            <translation>{n} axes changed</translation>
        </message>
        <message>
            <source>{n} eixos mudados de lugar</source>
            <translation>{n} axes moved</translation>
        </message>
        <message>
            <source>{n} filtros apagados</source>
            <translation>{n} filters deleted</translation>
        </message>
        <message>
            <source>{n} folhas SWOT salvas</source>
            <translation>{n} SWOT sheets saved</translation>
        </message>
        <message>
            <source>{n} horários criados</source>
            <translation>{n} opening hours created</translation>
        </message>
        <message>
            <source>{n} horários excluídos</source>
            <translation>{n} opening hours deleted</translation>
        </message>
        <message>
            <source>{n} horários trocados</source>
            <translation>{n} opening hours switched</translation>
        </message>
        <message>
            <source>{n} itens adotados da árvore pronta</source>
            <translation>{n} items adopted from the ready-made tree</translation>
        </message>
        <message>
            <source>{n} itens aposentados</source>
            <translation>{n} items retired</translation>
        </message>
        <message>
            <source>{n} itens criados na árvore</source>
            <translation>{n} items created in the tree</translation>
        </message>
        <message>
            <source>{n} itens da árvore mudados</source>
            <translation>{n} tree items changed</translation>
        </message>
        <message>
            <source>{n} itens de volta</source>
            <translation>{n} items back</translation>
        </message>
        <message>
            <source>{n} itens juntados</source>
            <translation>{n} items merged</translation>
        </message>
        <message>
            <source>{n} itens movidos</source>
            <translation>{n} items moved</translation>
        </message>
        <message>
            <source>{n} itens mudados pelo arquivo</source>
            <translation>{n} items changed by the file</translation>
        </message>
        <message>
            <source>{n} itens separados</source>
            <translation>{n} items split</translation>
        </message>
        <message>
            <source>{n} marcados como outra pessoa</source>
            <translation>{n} marked as someone else</translation>
        </message>
        <message>
            <source>{n} marcas de VIP mudadas</source>
            <translation>{n} VIP marks changed</translation>
        </message>
        <message>
            <source>{n} marcas de crítica fundamentada mudadas</source>
            <translation>{n} well-founded criticism marks changed</translation>
        </message>
        <message>
            <source>{n} marcas de situação grave mudadas</source>
            <translation>{n} grave case marks changed</translation>
        </message>
        <message>
            <source>{n} materiais incluídos</source>
            <translation>{n} materials added</translation>
        </message>
        <message>
            <source>{n} materiais mudados</source>
            <translation>{n} materials changed</translation>
        </message>
        <message>
            <source>{n} mensagens deixam de ser curtidas na rede</source>
            <translation>{n} messages will be unliked on the network</translation>
        </message>
        <message>
            <source>{n} mensagens juntadas a atendimentos</source>
            <translation>{n} messages added to cases</translation>
        </message>
        <message>
            <source>{n} mensagens serão curtidas na rede</source>
            <translation>{n} messages will be liked on the network</translation>
        </message>
        <message>
            <source>{n} mensagens serão ocultadas na rede</source>
            <translation>{n} messages will be hidden on the network</translation>
        </message>
        <message>
            <source>{n} mensagens voltam a aparecer na rede</source>
            <translation>{n} messages will show again on the network</translation>
        </message>
        <message>
            <source>{n} menções de volta a A triar</source>
            <translation>{n} mentions back in To triage</translation>
        </message>
        <message>
            <source>{n} menções em Monitorar</source>
            <translation>{n} mentions in Monitor</translation>
        </message>
        <message>
            <source>{n} menções em Monitorar pela regra</source>
            <translation>{n} mentions in Monitor by the rule</translation>
        </message>
        <message>
            <source>{n} menções ignoradas</source>
            <translation>{n} mentions ignored</translation>
        </message>
        <message>
            <source>{n} menções juntadas ao atendimento</source>
            <translation>{n} mentions added to the case</translation>
        </message>
        <message>
            <source>{n} menções juntadas à sala</source>
            <translation>{n} mentions added to the room</translation>
        </message>
        <message>
            <source>{n} menções tiradas da sala</source>
            <translation>{n} mentions removed from the room</translation>
        </message>
        <message>
            <source>{n} modelos incluídos</source>
            <translation>{n} templates added</translation>
        </message>
        <message>
            <source>{n} modelos mudados</source>
            <translation>{n} templates changed</translation>
        </message>
        <message>
            <source>{n} notas de satisfação anotadas</source>
            <translation>{n} satisfaction ratings noted</translation>
        </message>
        <message>
            <source>{n} notas incluídas</source>
            <translation>{n} notes added</translation>
        </message>
        <message>
            <source>{n} números de sistema externo anotados</source>
            <translation>{n} external system numbers noted</translation>
        </message>
        <message>
            <source>{n} ordens do plano mudadas</source>
            <translation>{n} plan orders changed</translation>
        </message>
        <message>
            <source>{n} passos do plano escritos</source>
            <translation>{n} plan steps written</translation>
        </message>
        <message>
            <source>{n} passos do plano mudados</source>
            <translation>{n} plan steps changed</translation>
        </message>
        <message>
            <source>{n} perfis separados</source>
            <translation>{n} handles split off</translation>
        </message>
        <message>
            <source>{n} posições aprovadas</source>
            <translation>{n} positions approved</translation>
        </message>
        <message>
            <source>{n} posições guardadas</source>
            <translation>{n} positions saved</translation>
        </message>
        <message>
            <source>{n} prazos criados</source>
            <translation>{n} deadlines created</translation>
        </message>
        <message>
            <source>{n} prazos excluídos</source>
            <translation>{n} deadlines deleted</translation>
        </message>
        <message>
            <source>{n} prazos mudados</source>
            <translation>{n} deadlines changed</translation>
        </message>
        <message>
            <source>{n} promessas acertadas</source>
            <translation>{n} promises settled</translation>
        </message>
        <message>
            <source>{n} promessas anotadas</source>
            <translation>{n} promises noted</translation>
        </message>
        <message>
            <source>{n} protocolos informados</source>
            <translation>{n} protocols given</translation>
        </message>
        <message>
            <source>{n} regras mudadas</source>
            <translation>{n} rules changed</translation>
        </message>
        <message>
            <source>{n} relatórios excluídos</source>
            <translation>{n} reports deleted</translation>
        </message>
        <message>
            <source>{n} relatórios guardados</source>
            <translation>{n} reports saved</translation>
        </message>
        <message>
            <source>{n} relatórios mudados</source>
            <translation>{n} reports changed</translation>
        </message>
        <message>
            <source>{n} respostas aprovadas</source>
            <translation>{n} replies approved</translation>
        </message>
        <message>
            <source>{n} respostas de áreas registradas</source>
            <translation>{n} answers from areas recorded</translation>
        </message>
        <message>
            <source>{n} respostas na fila de envio</source>
            <translation>{n} replies in the sending queue</translation>
        </message>
        <message>
            <source>{n} salas de crise abertas</source>
            <translation>{n} crisis rooms opened</translation>
        </message>
        <message>
            <source>{n} salas de crise encerradas</source>
            <translation>{n} crisis rooms closed</translation>
        </message>
        <message>
            <source>{n} sentimentos confirmados</source>
            <translation>{n} sentiments confirmed</translation>
        </message>
        <message>
            <source>{n} seções de volta ao original</source>
            <translation>{n} sections back to the original</translation>
        </message>
        <message>
            <source>{n} soluções guardadas</source>
            <translation>{n} solutions saved</translation>
        </message>
        <message>
            <source>{n} títulos mudados</source>
            <translation>{n} titles changed</translation>
        </message>
        <message>
            <source>{n} áreas aposentadas</source>
            <translation>{n} areas retired</translation>
        </message>
        <message>
            <source>{n} áreas avisadas</source>
            <translation>{n} areas alerted</translation>
        </message>
        <message>
            <source>{n} áreas confirmadas</source>
            <translation>{n} areas confirmed</translation>
        </message>
        <message>
            <source>{n} áreas criadas</source>
            <translation>{n} areas created</translation>
        </message>
        <message>
            <source>{n} áreas de volta</source>
            <translation>{n} areas back</translation>
        </message>
        <message>
            <source>{n} áreas mudadas</source>
            <translation>{n} areas changed</translation>
        </message>
        <message>
            <source>{n} últimas instâncias escolhidas</source>
            <translation>{n} last instances chosen</translation>
        </message>
        <message>
            <source>Área aposentada</source>
            <translation>Area retired</translation>
        </message>
        <message>
            <source>Área avisada</source>
            <translation>Area alerted</translation>
        </message>
        <message>
            <source>Área confirmada</source>
            <translation>Area confirmed</translation>
        </message>
        <message>
            <source>Área criada</source>
            <translation>Area created</translation>
        </message>
        <message>
            <source>Área de volta</source>
            <translation>Area back</translation>
        </message>
        <message>
            <source>Área mudada</source>
            <translation>Area changed</translation>
        </message>
        <message>
            <source>Árvore mudada pelo arquivo</source>
            <translation>Tree changed by the file</translation>
        </message>
        <message>
            <source>Árvore pronta adotada</source>
            <translation>Ready-made tree adopted</translation>
        </message>
        <message>
            <source>Última instância escolhida</source>
            <translation>Last instance chosen</translation>
        </message>
    </context>
    <context>
        <name>ValidityForm</name>
        <message>
            <source>Conta em</source>
            <translation>Counts in</translation>
        </message>
        <message>
            <source>Fechar</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Norma</source>
            <translation>Norm</translation>
        </message>
        <message>
            <source>Prazo</source>
            <translation>Deadline</translation>
        </message>
        <message>
            <source>Salvar vigência</source>
            <translation>Save validity</translation>
        </message>
        <message>
            <source>Vale a partir de</source>
            <translation>Applies from</translation>
        </message>
    </context>
    <context>
        <name>WeekPanel</name>
        <message>
            <source>Escrever os horários</source>
            <translation>Write the opening hours</translation>
        </message>
        <message>
            <source>Por exemplo: 09:00-12:00, 13:00-18:00. Vazio = fechado.</source>
            <translation>For example: 09:00-12:00, 13:00-18:00. Empty = closed.</translation>
        </message>
        <message>
            <source>fechado</source>
            <translation>closed</translation>
        </message>
    </context>
    <context>
        <name>WeekPicture</name>
        <message>
            <source>Semana: setas andam, Espaço marca, Shift com setas seleciona</source>
            <translation>Week: arrows move, Space marks, Shift with arrows selects</translation>
        </message>
        <message>
            <source>aberto</source>
            <translation>open</translation>
        </message>
        <message>
            <source>fechado</source>
            <translation>closed</translation>
        </message>
        <message>
            <source>{day}, {start} a {end}: {state}</source>
            <translation>{day}, {start} to {end}: {state}</translation>
        </message>
    </context>
    <context>
        <name>WishesPanel</name>
        <message>
            <source>Campanha de</source>
            <translation>Campaign from</translation>
        </message>
        <message>
            <source>Canal parecido</source>
            <translation>Similar channel</translation>
        </message>
        <message>
            <source>Crescimento por mês</source>
            <translation>Growth per month</translation>
        </message>
        <message>
            <source>E se…</source>
            <translation>What if…</translation>
        </message>
        <message>
            <source>Efeito da campanha</source>
            <translation>Effect of the campaign</translation>
        </message>
        <message>
            <source>Fim da campanha</source>
            <translation>End of the campaign</translation>
        </message>
        <message>
            <source>Início da campanha</source>
            <translation>Start of the campaign</translation>
        </message>
        <message>
            <source>Início do novo canal</source>
            <translation>Start of the new channel</translation>
        </message>
        <message>
            <source>Limpar simulação</source>
            <translation>Clear simulation</translation>
        </message>
        <message>
            <source>Nenhum</source>
            <translation>None</translation>
        </message>
        <message>
            <source>Novo canal</source>
            <translation>New channel</translation>
        </message>
        <message>
            <source>Parecido com {name}</source>
            <translation>Similar to {name}</translation>
        </message>
        <message>
            <source>Simule antes de decidir: nada muda nos dados, só na previsão e na equipe desta tela.</source>
            <translation>Try it out before deciding: nothing changes in the data, only in the forecast and the team on this screen.</translation>
        </message>
        <message>
            <source>Somar campanha</source>
            <translation>Add campaign</translation>
        </message>
        <message>
            <source>Tirar esta campanha</source>
            <translation>Remove this campaign</translation>
        </message>
        <message>
            <source>Volume do novo canal</source>
            <translation>Volume of the new channel</translation>
        </message>
        <message>
            <source>a</source>
            <translation>to</translation>
        </message>
        <message>
            <source>a mais</source>
            <translation>more</translation>
        </message>
        <message>
            <source>além da tendência</source>
            <translation>beyond the trend</translation>
        </message>
        <message>
            <source>com</source>
            <translation>with</translation>
        </message>
        <message>
            <source>do volume dele, a partir de</source>
            <translation>of its volume, from</translation>
        </message>
        <message>
            <source>{since} a {until}: {percent} %</source>
            <translation>{since} to {until}: {percent} %</translation>
        </message>
    </context>
    <context>
        <name>WordChips</name>
        <message>
            <source>Clique ou Delete tira a palavra</source>
            <translation>Click or Delete removes the word</translation>
        </message>
        <message>
            <source>Enter inclui. Uma lista colada entra inteira. Backspace tira a última.</source>
            <translation>Enter adds it. A pasted list goes in whole. Backspace removes the last one.</translation>
        </message>
        <message>
            <source>Nova palavra em {name}</source>
            <translation>New word in {name}</translation>
        </message>
        <message>
            <source>Tirar {word}</source>
            <translation>Remove {word}</translation>
        </message>
        <message>
            <source>nova palavra, Enter</source>
            <translation>new word, Enter</translation>
        </message>
    </context>
    <context>
        <name>YearCalendar</name>
        <message>
            <source>Próximos 24 meses: setas andam pelos dias, Enter abre o dia</source>
            <translation>Next 24 months: arrows move through the days, Enter opens the day</translation>
        </message>
        <message>
            <source>{n} dias com horário próprio</source>
            <translation>{n} days with opening hours of their own</translation>
        </message>
    </context>
    <context>
        <name>_ConflictNote</name>
        <message>
            <source>Ficar com o da equipe</source>
            <translation>Keep the team's</translation>
        </message>
        <message>
            <source>Salvar o meu</source>
            <translation>Save mine</translation>
        </message>
        <message>
            <source>Um colega mudou este item enquanto você editava.</source>
            <translation>A colleague changed this item while you were editing.</translation>
        </message>
        <message>
            <source>{field}: a equipe gravou “{theirs}”; você escreveu “{mine}”.</source>
            <translation>{field}: the team saved “{theirs}”; you wrote “{mine}”.</translation>
        </message>
    </context>
    <context>
        <name>_Days</name>
        <message>
            <source>{what}: até o dia</source>
            <translation>{what}: to day</translation>
        </message>
        <message>
            <source>{what}: do dia</source>
            <translation>{what}: from day</translation>
        </message>
    </context>
    <context>
        <name>account_columns</name>
        <message>
            <source>Aposentada</source>
            <translation>Retired</translation>
        </message>
        <message>
            <source>Conta</source>
            <translation>Account</translation>
        </message>
        <message>
            <source>Hoje</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Rede</source>
            <translation>Network</translation>
        </message>
        <message>
            <source>Situação</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Último item</source>
            <translation>Last item</translation>
        </message>
    </context>
    <context>
        <name>act_dialog</name>
        <message>
            <source>Ação de relacionamento</source>
            <translation>Relationship action</translation>
        </message>
        <message>
            <source>Para {author}, que disse: “{text}”</source>
            <translation>To {author}, who said: “{text}”</translation>
        </message>
        <message>
            <source>Registrar</source>
            <translation>Record</translation>
        </message>
        <message>
            <source>Registrar ação de relacionamento</source>
            <translation>Record relationship action</translation>
        </message>
        <message>
            <source>Salvar</source>
            <translation>Save</translation>
        </message>
    </context>
    <context>
        <name>advice_texts</name>
        <message>
            <source>Agradecer e animar a conversa</source>
            <translation>Say thanks and cheer the conversation on</translation>
        </message>
        <message>
            <source>Atender e buscar solução</source>
            <translation>Attend and find a solution</translation>
        </message>
        <message>
            <source>Avaliar se vale responder</source>
            <translation>Judge whether to answer</translation>
        </message>
        <message>
            <source>Avisar a equipe e atender já</source>
            <translation>Tell the team and attend now</translation>
        </message>
        <message>
            <source>Buscar a informação e responder</source>
            <translation>Get the information and answer</translation>
        </message>
        <message>
            <source>Classificar primeiro</source>
            <translation>Classify first</translation>
        </message>
        <message>
            <source>Dar uma resposta simples e só uma</source>
            <translation>Give one simple reply and no more</translation>
        </message>
        <message>
            <source>Em privado</source>
            <translation>In private</translation>
        </message>
        <message>
            <source>Em público</source>
            <translation>In public</translation>
        </message>
        <message>
            <source>Fazer contato e oferecer ajuda</source>
            <translation>Make contact and offer help</translation>
        </message>
        <message>
            <source>Não responder</source>
            <translation>Do not answer</translation>
        </message>
        <message>
            <source>Não responder de novo</source>
            <translation>Do not answer again</translation>
        </message>
        <message>
            <source>Sem resposta</source>
            <translation>No reply</translation>
        </message>
        <message>
            <source>Só monitorar</source>
            <translation>Only monitor</translation>
        </message>
        <message>
            <source>Uma palavra em público e o resto em privado</source>
            <translation>A word in public and the rest in private</translation>
        </message>
    </context>
    <context>
        <name>areas_texts</name>
        <message>
            <source>1 atendimento espera aqui e ninguém faz parte da área: ninguém vê essa fila.</source>
            <translation>1 case waits here and nobody belongs to the area: nobody sees this queue.</translation>
        </message>
        <message>
            <source>As rotas mandam atendimentos para cá, e ninguém faz parte da área.</source>
            <translation>The routes send cases here, and nobody is part of the area.</translation>
        </message>
        <message>
            <source>Uma rota ainda aponta para esta área: enquanto estiver aposentada, a rota não vale.</source>
            <translation>A route still leads to this area: while it is retired the route does not hold.</translation>
        </message>
        <message>
            <source>ninguém</source>
            <translation>nobody</translation>
        </message>
        <message>
            <source>{name} (aposentada)</source>
            <translation>{name} (retired)</translation>
        </message>
        <message>
            <source>{name} (representa)</source>
            <translation>{name} (represents)</translation>
        </message>
        <message>
            <source>{name} (última instância)</source>
            <translation>{name} (last instance)</translation>
        </message>
        <message>
            <source>{n} atendimentos esperam aqui e ninguém faz parte da área: ninguém vê essa fila.</source>
            <translation>{n} cases wait here and nobody is part of the area: nobody sees this queue.</translation>
        </message>
    </context>
    <context>
        <name>card_acts</name>
        <message>
            <source>Abrir no canal</source>
            <translation>Open in the channel</translation>
        </message>
        <message>
            <source>Aprovar e enviar</source>
            <translation>Approve and send</translation>
        </message>
        <message>
            <source>Chegou ao cliente</source>
            <translation>Reached the customer</translation>
        </message>
        <message>
            <source>Copiar o texto</source>
            <translation>Copy the text</translation>
        </message>
        <message>
            <source>Corrigir o endereço no cadastro</source>
            <translation>Fix the address in the customer record</translation>
        </message>
        <message>
            <source>Curtir</source>
            <translation>Like</translation>
        </message>
        <message>
            <source>Descurtir</source>
            <translation>Unlike</translation>
        </message>
        <message>
            <source>Desfazer envio</source>
            <translation>Undo send</translation>
        </message>
        <message>
            <source>Devolver com motivo…</source>
            <translation>Give back with a reason…</translation>
        </message>
        <message>
            <source>Guardar como material</source>
            <translation>Keep as material</translation>
        </message>
        <message>
            <source>Marcar como enviada</source>
            <translation>Mark as sent</translation>
        </message>
        <message>
            <source>Mostrar de novo</source>
            <translation>Show again</translation>
        </message>
        <message>
            <source>Não chegou: enviar de novo</source>
            <translation>It didn't arrive: send again</translation>
        </message>
        <message>
            <source>Ocultar na rede</source>
            <translation>Hide on the network</translation>
        </message>
        <message>
            <source>Tentar de novo</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Ver original</source>
            <translation>See original</translation>
        </message>
        <message>
            <source>Voltar ao texto</source>
            <translation>Back to the text</translation>
        </message>
    </context>
    <context>
        <name>card_marks</name>
        <message>
            <source>Balcão</source>
            <translation>Counter</translation>
        </message>
        <message>
            <source>Não foi possível curtir na rede.</source>
            <translation>Couldn't like it on the network.</translation>
        </message>
        <message>
            <source>Não foi possível descurtir na rede.</source>
            <translation>Couldn't unlike it on the network.</translation>
        </message>
        <message>
            <source>Não foi possível mostrar de novo na rede.</source>
            <translation>Couldn't show it again on the network.</translation>
        </message>
        <message>
            <source>Não foi possível ocultar na rede.</source>
            <translation>Couldn't hide it on the network.</translation>
        </message>
        <message>
            <source>apagada na rede · {when}</source>
            <translation>deleted on the network · {when}</translation>
        </message>
        <message>
            <source>curtida por {who} · {when}</source>
            <translation>liked by {who} · {when}</translation>
        </message>
        <message>
            <source>curtindo na rede…</source>
            <translation>liking on the network…</translation>
        </message>
        <message>
            <source>descurtindo na rede…</source>
            <translation>unliking on the network…</translation>
        </message>
        <message>
            <source>editada pelo autor · {when}</source>
            <translation>edited by the author · {when}</translation>
        </message>
        <message>
            <source>mostrando de novo na rede…</source>
            <translation>showing again on the network…</translation>
        </message>
        <message>
            <source>ocultada na rede por {who} · {when}</source>
            <translation>hidden on the network by {who} · {when}</translation>
        </message>
        <message>
            <source>ocultando na rede…</source>
            <translation>hiding on the network…</translation>
        </message>
    </context>
    <context>
        <name>case_actions</name>
        <message>
            <source>Abrir em outra janela</source>
            <translation>Open in another window</translation>
        </message>
        <message>
            <source>Adiar</source>
            <translation>Snooze</translation>
        </message>
        <message>
            <source>Aguardar o cliente</source>
            <translation>Wait for the customer</translation>
        </message>
        <message>
            <source>Anexar arquivos à resposta</source>
            <translation>Attach files to the reply</translation>
        </message>
        <message>
            <source>Anular (aberto por engano)</source>
            <translation>Void (opened by mistake)</translation>
        </message>
        <message>
            <source>Aprovar a resposta que espera</source>
            <translation>Approve the waiting reply</translation>
        </message>
        <message>
            <source>Assumir</source>
            <translation>Take</translation>
        </message>
        <message>
            <source>Atendimento</source>
            <translation>Case</translation>
        </message>
        <message>
            <source>Atribuir a…</source>
            <translation>Assign to…</translation>
        </message>
        <message>
            <source>Classificar</source>
            <translation>Classify</translation>
        </message>
        <message>
            <source>Confirmar as sugestões</source>
            <translation>Confirm the suggestions</translation>
        </message>
        <message>
            <source>Copiar protocolo</source>
            <translation>Copy protocol</translation>
        </message>
        <message>
            <source>Crítica fundamentada</source>
            <translation>Well-founded criticism</translation>
        </message>
        <message>
            <source>Crítica não fundamentada</source>
            <translation>Unfounded criticism</translation>
        </message>
        <message>
            <source>Deixar sem dono</source>
            <translation>Leave without an owner</translation>
        </message>
        <message>
            <source>Desfazer a última união</source>
            <translation>Undo the last merge</translation>
        </message>
        <message>
            <source>Devolver a resposta com motivo</source>
            <translation>Give the reply back with a reason</translation>
        </message>
        <message>
            <source>Encaminhar</source>
            <translation>Forward</translation>
        </message>
        <message>
            <source>Encaminhar pela regra</source>
            <translation>Forward by the rule</translation>
        </message>
        <message>
            <source>Encerrar</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Escolher modelo de resposta</source>
            <translation>Choose a reply template</translation>
        </message>
        <message>
            <source>Escrever a solução</source>
            <translation>Write the solution</translation>
        </message>
        <message>
            <source>Escrever nota interna</source>
            <translation>Write an internal note</translation>
        </message>
        <message>
            <source>Levar à Ouvidoria</source>
            <translation>Take to the Ombudsman</translation>
        </message>
        <message>
            <source>Marcar como resolvido</source>
            <translation>Mark as resolved</translation>
        </message>
        <message>
            <source>Procurar nos materiais de apoio</source>
            <translation>Search the support materials</translation>
        </message>
        <message>
            <source>Protocolo informado ao cliente</source>
            <translation>Customer was told the protocol</translation>
        </message>
        <message>
            <source>Reabrir</source>
            <translation>Reopen</translation>
        </message>
        <message>
            <source>Registrar resposta da área</source>
            <translation>Record the area's answer</translation>
        </message>
        <message>
            <source>Responder em privado</source>
            <translation>Reply in private</translation>
        </message>
        <message>
            <source>Responder em público</source>
            <translation>Reply in public</translation>
        </message>
        <message>
            <source>Retomar o atendimento</source>
            <translation>Resume the case</translation>
        </message>
        <message>
            <source>Separar mensagens</source>
            <translation>Split off messages</translation>
        </message>
        <message>
            <source>Situação grave</source>
            <translation>Grave situation</translation>
        </message>
        <message>
            <source>Trazer de volta à fila</source>
            <translation>Bring back to the queue</translation>
        </message>
        <message>
            <source>Unir a outro atendimento</source>
            <translation>Merge with another case</translation>
        </message>
    </context>
    <context>
        <name>channel_pages</name>
        <message>
            <source>1 canal funcionando</source>
            <translation>1 channel working</translation>
        </message>
        <message>
            <source>1 envio precisa de você</source>
            <translation>1 reply in the Outbox needs you</translation>
        </message>
        <message>
            <source>Envios</source>
            <translation>Outbox</translation>
        </message>
        <message>
            <source>mais {n} com problema</source>
            <translation>{n} more with a problem</translation>
        </message>
        <message>
            <source>{n} canais funcionando</source>
            <translation>{n} channels working</translation>
        </message>
        <message>
            <source>{n} envios precisam de você</source>
            <translation>{n} items in the Outbox need you</translation>
        </message>
        <message>
            <source>{n} na fila de envio</source>
            <translation>{n} in the sending queue</translation>
        </message>
    </context>
    <context>
        <name>channel_texts</name>
        <message>
            <source>A conta entrou, mas falta uma permissão. Entre de novo em Configurações, Canais e aceite todas.</source>
            <translation>The account signed in, but a permission is missing. Sign in again in Settings, Channels and accept them all.</translation>
        </message>
        <message>
            <source>A conta não foi encontrada na rede. Confira o nome e o endereço.</source>
            <translation>The account wasn't found on the network. Check the name and the address.</translation>
        </message>
        <message>
            <source>A cota de hoje desta conta acabou. O Balcão continua quando ela voltar.</source>
            <translation>Today's quota for this account has run out. Balcão will carry on when it's back.</translation>
        </message>
        <message>
            <source>A cota do dia desta conta tinha acabado.</source>
            <translation>This account's daily quota had run out.</translation>
        </message>
        <message>
            <source>A mensagem original não existe mais na rede.</source>
            <translation>The original message no longer exists on the network.</translation>
        </message>
        <message>
            <source>A página não tem uma conta profissional do Instagram ligada a ela.</source>
            <translation>The page has no professional Instagram account linked to it.</translation>
        </message>
        <message>
            <source>A rede estava com problemas.</source>
            <translation>The network was having problems.</translation>
        </message>
        <message>
            <source>A rede está com problemas. O Balcão tenta de novo sozinho.</source>
            <translation>The network is having problems. Balcão will try again by itself.</translation>
        </message>
        <message>
            <source>A rede mandou mais do que cabe de uma vez.</source>
            <translation>The network sent more than fits at once.</translation>
        </message>
        <message>
            <source>A rede mandou mais do que cabe de uma vez. O Balcão tenta de novo sozinho.</source>
            <translation>The network sent more than fits at once. Balcão will try again by itself.</translation>
        </message>
        <message>
            <source>A rede não confirmou se a resposta chegou. Olhe lá antes de enviar de novo.</source>
            <translation>The network didn't confirm whether the reply arrived. Look there before sending again.</translation>
        </message>
        <message>
            <source>A rede não respondeu a tempo.</source>
            <translation>The network did not answer in time.</translation>
        </message>
        <message>
            <source>A rede não respondeu a tempo. O Balcão tenta de novo sozinho.</source>
            <translation>The network didn't answer in time. Balcão will try again by itself.</translation>
        </message>
        <message>
            <source>A rede pediu para esperar tempo demais.</source>
            <translation>The network asked us to wait too long.</translation>
        </message>
        <message>
            <source>A rede pediu para esperar. O Balcão continua na hora permitida.</source>
            <translation>The network asked us to wait. Balcão will carry on when allowed.</translation>
        </message>
        <message>
            <source>A rede recusou o texto. Reescreva e envie de novo.</source>
            <translation>The network refused the text. Rewrite it and send again.</translation>
        </message>
        <message>
            <source>A rede recusou por ser igual a um texto recente. Mude algo e envie de novo.</source>
            <translation>The network refused it for matching a recent text. Change something and send again.</translation>
        </message>
        <message>
            <source>A rede recusou um dos anexos. Troque o arquivo e envie de novo.</source>
            <translation>The network refused one of the attachments. Swap the file and send again.</translation>
        </message>
        <message>
            <source>A rede recusou. Confira a conta em Configurações, Canais.</source>
            <translation>The network refused. Check the account in Settings, Channels.</translation>
        </message>
        <message>
            <source>A resposta da rede não pôde ser lida.</source>
            <translation>The network's answer could not be read.</translation>
        </message>
        <message>
            <source>A resposta da rede não pôde ser lida. O Balcão tenta de novo sozinho.</source>
            <translation>The network's answer couldn't be read. Balcão will try again by itself.</translation>
        </message>
        <message>
            <source>A resposta da rede veio devagar demais.</source>
            <translation>The network's answer came too slowly.</translation>
        </message>
        <message>
            <source>A resposta da rede veio devagar demais. O Balcão tenta de novo sozinho.</source>
            <translation>The network's answer came too slowly. Balcão will try again by itself.</translation>
        </message>
        <message>
            <source>A senha desta conta não está neste computador. Digite o código da equipe em Configurações, Canais.</source>
            <translation>This account's password isn't on this computer. Enter the team code in Settings, Channels.</translation>
        </message>
        <message>
            <source>Ainda não lido</source>
            <translation>Not read yet</translation>
        </message>
        <message>
            <source>Alcance</source>
            <translation>Reach</translation>
        </message>
        <message>
            <source>Anexos</source>
            <translation>Attachments</translation>
        </message>
        <message>
            <source>Ative a Google Play Android Developer API no projeto.</source>
            <translation>Enable the Google Play Android Developer API in the project.</translation>
        </message>
        <message>
            <source>Buscar termos</source>
            <translation>Search terms</translation>
        </message>
        <message>
            <source>Curtir</source>
            <translation>Like</translation>
        </message>
        <message>
            <source>Dos grupos só chegam comandos: no BotFather, mande /setprivacy e Disable.</source>
            <translation>Only commands arrive from groups: in BotFather, send /setprivacy and Disable.</translation>
        </message>
        <message>
            <source>Edições</source>
            <translation>Edits</translation>
        </message>
        <message>
            <source>Em parte</source>
            <translation>In part</translation>
        </message>
        <message>
            <source>Esta pessoa não recebe mensagens da conta. Responda por outro canal.</source>
            <translation>This person doesn't receive messages from the account. Reply through another channel.</translation>
        </message>
        <message>
            <source>Esta rede não permite isso pelo Balcão.</source>
            <translation>This network doesn't allow that through Balcão.</translation>
        </message>
        <message>
            <source>Este CPF não está autorizado para a empresa.</source>
            <translation>This CPF isn't authorised for the company.</translation>
        </message>
        <message>
            <source>Este canal não foi encontrado. Confira o número, que começa com UC.</source>
            <translation>This channel wasn't found. Check the number, which starts with UC.</translation>
        </message>
        <message>
            <source>Este robô entrega as mensagens a um endereço (webhook); remova-o para o Balcão ler.</source>
            <translation>This bot delivers messages to an address (webhook); remove it so Balcão can read.</translation>
        </message>
        <message>
            <source>Funcionando</source>
            <translation>Working</translation>
        </message>
        <message>
            <source>Isto não é o arquivo JSON da conta de serviço.</source>
            <translation>This isn't the service account's JSON file.</translation>
        </message>
        <message>
            <source>Ler privado</source>
            <translation>Read private</translation>
        </message>
        <message>
            <source>Ler público</source>
            <translation>Read public</translation>
        </message>
        <message>
            <source>Neste endereço não há notícias em RSS ou Atom.</source>
            <translation>There is no RSS or Atom news at this address.</translation>
        </message>
        <message>
            <source>Não</source>
            <translation>No</translation>
        </message>
        <message>
            <source>Não houve conexão com a rede.</source>
            <translation>There was no connection to the network.</translation>
        </message>
        <message>
            <source>O acesso desta conta foi retirado. Entre de novo em Configurações, Canais.</source>
            <translation>This account's access was withdrawn. Sign in again in Settings, Channels.</translation>
        </message>
        <message>
            <source>O acesso desta conta venceu. Entre de novo em Configurações, Canais.</source>
            <translation>This account's access has expired. Sign in again in Settings, Channels.</translation>
        </message>
        <message>
            <source>O certificado do servidor não é de confiança, e nada foi enviado a ele. Confira o endereço e a data deste computador; se continuar, fale com quem cuida do servidor.</source>
            <translation>The server's certificate isn't trusted, and nothing was sent to it. Check the address and this computer's date; if it carries on, talk to whoever looks after the server.</translation>
        </message>
        <message>
            <source>O e-mail voltou: o endereço não recebeu. Confira o endereço com o cliente.</source>
            <translation>The email bounced: the address didn't receive it. Check the address with the customer.</translation>
        </message>
        <message>
            <source>O endereço levava para fora da rede ou para dentro do escritório, e não foi aberto. Confira o endereço.</source>
            <translation>The address led outside the network or inside the office, and wasn't opened. Check the address.</translation>
        </message>
        <message>
            <source>O endereço não foi encontrado. Confira a internet e o endereço da conta.</source>
            <translation>The address wasn't found. Check the internet connection and the account's address.</translation>
        </message>
        <message>
            <source>O limite de itens de hoje acabou; a leitura volta à meia-noite UTC.</source>
            <translation>Today's item limit has run out; reading resumes at midnight UTC.</translation>
        </message>
        <message>
            <source>O relógio deste computador está errado. Acerte a data e a hora.</source>
            <translation>This computer's clock is wrong. Set the date and time.</translation>
        </message>
        <message>
            <source>O robô não pode entrar em grupos: no BotFather, mande /setjoingroups e Enable.</source>
            <translation>The bot can't join groups: in BotFather, send /setjoingroups and Enable.</translation>
        </message>
        <message>
            <source>O texto é longo demais para esta rede. Encurte e envie de novo.</source>
            <translation>The text is too long for this network. Shorten it and send again.</translation>
        </message>
        <message>
            <source>Ocultar</source>
            <translation>Hide</translation>
        </message>
        <message>
            <source>Outro programa está lendo este robô; desligue-o ou crie outra chave.</source>
            <translation>Another program is reading this bot; turn it off or create another key.</translation>
        </message>
        <message>
            <source>Passou o prazo que a rede dá para responder a esta pessoa. Responda por outro canal.</source>
            <translation>The network's time limit for replying to this person has passed. Reply through another channel.</translation>
        </message>
        <message>
            <source>Pausado</source>
            <translation>Paused</translation>
        </message>
        <message>
            <source>Precisa de você</source>
            <translation>Needs you</translation>
        </message>
        <message>
            <source>Remoções</source>
            <translation>Removals</translation>
        </message>
        <message>
            <source>Resp. privada</source>
            <translation>Private reply</translation>
        </message>
        <message>
            <source>Resp. pública</source>
            <translation>Public reply</translation>
        </message>
        <message>
            <source>Responder em privado</source>
            <translation>Reply privately</translation>
        </message>
        <message>
            <source>Responder em público</source>
            <translation>Reply publicly</translation>
        </message>
        <message>
            <source>Sem conexão com a rede. O Balcão tenta de novo sozinho.</source>
            <translation>No connection to the network. Balcão will try again by itself.</translation>
        </message>
        <message>
            <source>Silencioso demais</source>
            <translation>Too quiet</translation>
        </message>
        <message>
            <source>Sim</source>
            <translation>Yes</translation>
        </message>
        <message>
            <source>Tentando de novo</source>
            <translation>Trying again</translation>
        </message>
        <message>
            <source>Usuário ou senha não conferem. Corrija em Configurações, Canais.</source>
            <translation>The username or password doesn't match. Fix it in Settings, Channels.</translation>
        </message>
    </context>
    <context>
        <name>chart_summaries</name>
        <message>
            <source>Mais {n} sem hora, só com o dia.</source>
            <translation>{n} more without a time, only the day.</translation>
        </message>
        <message>
            <source>Mais: {where}, com {n}.</source>
            <translation>Most: {where}, with {n}.</translation>
        </message>
        <message>
            <source>Mais: {where}, {share} do total.</source>
            <translation>Most: {where}, {share} of the total.</translation>
        </message>
        <message>
            <source>Nada a mostrar neste período.</source>
            <translation>Nothing to show in this period.</translation>
        </message>
        <message>
            <source>O maior: {what}.</source>
            <translation>The largest: {what}.</translation>
        </message>
        <message>
            <source>Pico: {where}, com {n}.</source>
            <translation>Peak: {where}, with {n}.</translation>
        </message>
        <message>
            <source>Pico: {where}.</source>
            <translation>Peak: {where}.</translation>
        </message>
        <message>
            <source>{name}de {low} ({where_low}) a {high} ({where_high}).</source>
            <translation>{name}from {low} ({where_low}) to {high} ({where_high}).</translation>
        </message>
        <message>
            <source>{text} ({sign}{change} % na comparação).</source>
            <translation>{text} ({sign}{change} % against the other period).</translation>
        </message>
    </context>
    <context>
        <name>chart_texts</name>
        <message>
            <source>1ª resposta</source>
            <translation>First response</translation>
        </message>
        <message>
            <source>1º nível e encaminhados</source>
            <translation>1st level and forwarded</translation>
        </message>
        <message>
            <source>Alcance do que publicamos</source>
            <translation>Reach of what we publish</translation>
        </message>
        <message>
            <source>Assuntos</source>
            <translation>Subjects</translation>
        </message>
        <message>
            <source>Assuntos pelo peso: menções vezes a parte negativa. Os do alto pedem ação primeiro.</source>
            <translation>Subjects by weight: mentions times the negative share. Those at the top ask for action first.</translation>
        </message>
        <message>
            <source>Assuntos por engajamento e sentimento: onde pôr o esforço. O tamanho diz quantas menções.</source>
            <translation>Subjects by engagement and sentiment: where to put the effort. The size tells how many mentions.</translation>
        </message>
        <message>
            <source>Atendimentos abertos agora cujo cliente está há tempo demais sem notícia, por área.</source>
            <translation>Open cases whose customer has gone too long without news, by area.</translation>
        </message>
        <message>
            <source>Atendimentos abertos no período que depois foram reabertos.</source>
            <translation>Cases opened in the period and reopened later.</translation>
        </message>
        <message>
            <source>Atendimentos abertos por assunto: nível que os encerrou e encaminhados.</source>
            <translation>Cases opened by subject: level that closed them and those forwarded.</translation>
        </message>
        <message>
            <source>Atendimentos abertos, pela persona de quem falou.</source>
            <translation>Cases opened, by the persona of who spoke.</translation>
        </message>
        <message>
            <source>Atendimentos abertos, pelo perfil de quem falou.</source>
            <translation>Cases opened, by the profile of who spoke.</translation>
        </message>
        <message>
            <source>Atendimentos abertos, por frente.</source>
            <translation>Cases opened, by front.</translation>
        </message>
        <message>
            <source>Atendimentos abertos, por natureza.</source>
            <translation>Cases opened, by nature.</translation>
        </message>
        <message>
            <source>Atendimentos com promessa para cada dia: cumprida, não cumprida ou em aberto.</source>
            <translation>Cases with a promise for each day: kept, not kept or open.</translation>
        </message>
        <message>
            <source>Atendimentos em aberto no fim de cada dia, e os abertos e encerrados nele.</source>
            <translation>Cases open at the end of each day, and those opened and closed in it.</translation>
        </message>
        <message>
            <source>Atendimentos encerrados, por nível, e os abertos que foram encaminhados.</source>
            <translation>Cases closed, by level, and those opened that were forwarded.</translation>
        </message>
        <message>
            <source>Atendimentos por macroassunto; um clique mostra as variáveis.</source>
            <translation>Cases by macro subject; one click shows the variables.</translation>
        </message>
        <message>
            <source>Atendimentos por mês nos macroassuntos que o negócio acompanha.</source>
            <translation>Cases per month in the macro subjects the business follows.</translation>
        </message>
        <message>
            <source>Atendimentos por responsável: respondidos no prazo, com atraso e encerrados.</source>
            <translation>Cases by person in charge: answered on time, late and closed.</translation>
        </message>
        <message>
            <source>Atendimentos por área: resolvidos no prazo, com atraso e encaminhados.</source>
            <translation>Cases by area: resolved on time, late and forwarded.</translation>
        </message>
        <message>
            <source>Atendíveis e o buzz inteiro</source>
            <translation>Serviceable and the whole buzz</translation>
        </message>
        <message>
            <source>Canais</source>
            <translation>Channels</translation>
        </message>
        <message>
            <source>Conta os meses inteiros do calendário.</source>
            <translation>Counts whole calendar months.</translation>
        </message>
        <message>
            <source>Contado linha a linha, por causa dos filtros.</source>
            <translation>Counted row by row, because of the filters.</translation>
        </message>
        <message>
            <source>Crises no limite</source>
            <translation>Crises within the limit</translation>
        </message>
        <message>
            <source>Dia da semana e hora</source>
            <translation>Day of the week and time</translation>
        </message>
        <message>
            <source>Dias da semana</source>
            <translation>Days of the week</translation>
        </message>
        <message>
            <source>Engajamento × sentimento</source>
            <translation>Engagement × sentiment</translation>
        </message>
        <message>
            <source>Estimado a partir de faixas de tempo; a diferença fica abaixo de 5 %.</source>
            <translation>Estimated from time bands; the difference stays below 5 %.</translation>
        </message>
        <message>
            <source>Fila aberta</source>
            <translation>Backlog</translation>
        </message>
        <message>
            <source>Frentes</source>
            <translation>Fronts</translation>
        </message>
        <message>
            <source>Horário nobre</source>
            <translation>Peak hours</translation>
        </message>
        <message>
            <source>Indicadores do negócio por mês</source>
            <translation>Indicators of the business by month</translation>
        </message>
        <message>
            <source>Menções de crise</source>
            <translation>Crisis mentions</translation>
        </message>
        <message>
            <source>Menções de crise ao longo do período, por nível.</source>
            <translation>Crisis mentions over the period, by level.</translation>
        </message>
        <message>
            <source>Menções de crise por nível: identificadas e respondidas dentro do limite ou não.</source>
            <translation>Crisis mentions by level: identified and answered within the limit or not.</translation>
        </message>
        <message>
            <source>Menções em atendimento, por assunto e sentimento.</source>
            <translation>Mentions in cases, by subject and sentiment.</translation>
        </message>
        <message>
            <source>Menções por canal: recebidas e em atendimento.</source>
            <translation>Mentions by channel: received and in cases.</translation>
        </message>
        <message>
            <source>Menções por dia da semana e hora.</source>
            <translation>Mentions by day of the week and time.</translation>
        </message>
        <message>
            <source>Menções por dia da semana.</source>
            <translation>Mentions by day of the week.</translation>
        </message>
        <message>
            <source>Menções por hora do dia, meia-noite no alto.</source>
            <translation>Mentions by hour of the day, midnight at the top.</translation>
        </message>
        <message>
            <source>Menções por hora do dia, no fuso do negócio.</source>
            <translation>Mentions by hour of the day, in the business's time zone.</translation>
        </message>
        <message>
            <source>Menções por persona; o tamanho diz quantas, a altura diz o sentimento.</source>
            <translation>Mentions by persona; the size tells how many, the height tells the sentiment.</translation>
        </message>
        <message>
            <source>Menções por sentimento ao longo do período.</source>
            <translation>Mentions by sentiment over the period.</translation>
        </message>
        <message>
            <source>Menções por sentimento, sugerido ou confirmado.</source>
            <translation>Mentions by sentiment, suggested or confirmed.</translation>
        </message>
        <message>
            <source>Menções recebidas a cada dia e as que viraram atendimento.</source>
            <translation>Mentions received each day and those that became cases.</translation>
        </message>
        <message>
            <source>Menções recebidas a cada mês e as que viraram atendimento.</source>
            <translation>Mentions received each month and those that became cases.</translation>
        </message>
        <message>
            <source>Natureza</source>
            <translation>Nature</translation>
        </message>
        <message>
            <source>No prazo</source>
            <translation>On time</translation>
        </message>
        <message>
            <source>Nota média dos atendimentos avaliados pelos clientes.</source>
            <translation>Average rating of the cases customers rated.</translation>
        </message>
        <message>
            <source>Níveis por assunto</source>
            <translation>Levels by subject</translation>
        </message>
        <message>
            <source>O que voltou das nossas respostas e publicações, pelo dia em que saíram.</source>
            <translation>What came back from our replies and posts, by the day they went out.</translation>
        </message>
        <message>
            <source>Parte dos atendimentos respondidos e resolvidos dentro do prazo.</source>
            <translation>Share of cases answered and resolved on time.</translation>
        </message>
        <message>
            <source>Parte dos filtros não se aplica a este gráfico.</source>
            <translation>Some of the filters do not apply to this chart.</translation>
        </message>
        <message>
            <source>Perfil do público</source>
            <translation>Audience profile</translation>
        </message>
        <message>
            <source>Personas</source>
            <translation>Personas</translation>
        </message>
        <message>
            <source>Pessoas diferentes que falaram em cada mês do calendário.</source>
            <translation>Different people who spoke in each calendar month.</translation>
        </message>
        <message>
            <source>Pessoas por mês</source>
            <translation>People per month</translation>
        </message>
        <message>
            <source>Por atendente</source>
            <translation>By attendant</translation>
        </message>
        <message>
            <source>Por área</source>
            <translation>By area</translation>
        </message>
        <message>
            <source>Promessas</source>
            <translation>Promises</translation>
        </message>
        <message>
            <source>Reabertos</source>
            <translation>Reopened</translation>
        </message>
        <message>
            <source>Relógio de 24 horas</source>
            <translation>24-hour clock</translation>
        </message>
        <message>
            <source>Resolução</source>
            <translation>Resolution</translation>
        </message>
        <message>
            <source>Satisfação</source>
            <translation>Satisfaction</translation>
        </message>
        <message>
            <source>Sensibilidade crítica</source>
            <translation>Critical sensitivity</translation>
        </message>
        <message>
            <source>Sentimento</source>
            <translation>Sentiment</translation>
        </message>
        <message>
            <source>Sentimento ao longo do tempo</source>
            <translation>Sentiment over time</translation>
        </message>
        <message>
            <source>Sentimento por assunto</source>
            <translation>Sentiment by subject</translation>
        </message>
        <message>
            <source>Silêncio com o cliente</source>
            <translation>Silence with the customer</translation>
        </message>
        <message>
            <source>Tempo até a 1ª resposta dos atendimentos: mediana e o limite de 9 em cada 10.</source>
            <translation>Time to the 1st response of cases: the median and the limit of 9 in every 10.</translation>
        </message>
        <message>
            <source>Tempo até resolver os atendimentos: mediana e o limite de 9 em cada 10.</source>
            <translation>Time to resolve cases: the median and the limit of 9 in every 10.</translation>
        </message>
        <message>
            <source>Todas as menções, pelo que foi feito de cada uma.</source>
            <translation>All the mentions, by what was done with each one.</translation>
        </message>
        <message>
            <source>Vale para todos os canais juntos.</source>
            <translation>Applies to all channels together.</translation>
        </message>
        <message>
            <source>Volume por dia</source>
            <translation>Volume per day</translation>
        </message>
        <message>
            <source>Volume por mês</source>
            <translation>Volume per month</translation>
        </message>
        <message>
            <source>Volume × sentimento por persona</source>
            <translation>Volume × sentiment by persona</translation>
        </message>
    </context>
    <context>
        <name>chart_words</name>
        <message>
            <source>Nível {n}</source>
            <translation>Level {n}</translation>
        </message>
        <message>
            <source>Sem dono</source>
            <translation>Unowned</translation>
        </message>
        <message>
            <source>Sem área</source>
            <translation>No area</translation>
        </message>
        <message>
            <source>atendimento</source>
            <translation>case</translation>
        </message>
        <message>
            <source>atendimentos</source>
            <translation>cases</translation>
        </message>
        <message>
            <source>comparação</source>
            <translation>comparison</translation>
        </message>
        <message>
            <source>disseram que resolveu (%)</source>
            <translation>said it was resolved (%)</translation>
        </message>
        <message>
            <source>engajamento por menção</source>
            <translation>engagement per mention</translation>
        </message>
        <message>
            <source>menção</source>
            <translation>mention</translation>
        </message>
        <message>
            <source>menções</source>
            <translation>mentions</translation>
        </message>
        <message>
            <source>negativas (%)</source>
            <translation>negative (%)</translation>
        </message>
        <message>
            <source>pessoa</source>
            <translation>person</translation>
        </message>
        <message>
            <source>pessoas</source>
            <translation>people</translation>
        </message>
        <message>
            <source>publicação</source>
            <translation>post</translation>
        </message>
        <message>
            <source>publicações</source>
            <translation>posts</translation>
        </message>
        <message>
            <source>semana de {day}</source>
            <translation>week of {day}</translation>
        </message>
        <message>
            <source>{hour} h</source>
            <translation>{hour} h</translation>
        </message>
        <message>
            <source>{month} de {year}</source>
            <translation>{month} {year}</translation>
        </message>
        <message>
            <source>{n} mi</source>
            <translation>{n}M</translation>
        </message>
        <message>
            <source>{n} mil</source>
            <translation>{n}k</translation>
        </message>
        <message>
            <source>{rows}, engajamento {x}, sentimento {y}</source>
            <translation>{rows}, engagement {x}, sentiment {y}</translation>
        </message>
        <message>
            <source>{rows}, sentimento {y}</source>
            <translation>{rows}, sentiment {y}</translation>
        </message>
        <message>
            <source>{text} ({rows})</source>
            <translation>{text} ({rows})</translation>
        </message>
        <message>
            <source>{text} · antes {value}</source>
            <translation>{text} · before {value}</translation>
        </message>
        <message>
            <source>{text}, entre {low} e {high}</source>
            <translation>{text}, between {low} and {high}</translation>
        </message>
    </context>
    <context>
        <name>charts</name>
        <message>
            <source>Nada a mostrar neste período</source>
            <translation>Nothing to show in this period</translation>
        </message>
        <message>
            <source>anel: balcão aberto</source>
            <translation>ring: counter open</translation>
        </message>
        <message>
            <source>balcão aberto</source>
            <translation>counter open</translation>
        </message>
        <message>
            <source>mais {n} na tabela</source>
            <translation>{n} more in the table</translation>
        </message>
        <message>
            <source>pico</source>
            <translation>peak</translation>
        </message>
        <message>
            <source>previsão</source>
            <translation>forecast</translation>
        </message>
        <message>
            <source>sublinhado: balcão aberto</source>
            <translation>underlined: counter open</translation>
        </message>
    </context>
    <context>
        <name>code_words</name>
        <message>
            <source>+ Positivo</source>
            <translation>+ Positive</translation>
        </message>
        <message>
            <source>1ª resposta no prazo</source>
            <translation>1st response on time</translation>
        </message>
        <message>
            <source>9 de cada 10 até</source>
            <translation>9 out of 10 within</translation>
        </message>
        <message>
            <source>? Sem sentimento</source>
            <translation>? No sentiment</translation>
        </message>
        <message>
            <source>A triar</source>
            <translation>To triage</translation>
        </message>
        <message>
            <source>Abertos</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Ainda não identificada</source>
            <translation>Not identified yet</translation>
        </message>
        <message>
            <source>Ainda sem resposta</source>
            <translation>Not answered yet</translation>
        </message>
        <message>
            <source>Alcance</source>
            <translation>Reach</translation>
        </message>
        <message>
            <source>Atendimentos</source>
            <translation>Cases</translation>
        </message>
        <message>
            <source>Comentários</source>
            <translation>Comments</translation>
        </message>
        <message>
            <source>Compartilhamentos</source>
            <translation>Shares</translation>
        </message>
        <message>
            <source>Cumpridas</source>
            <translation>Kept</translation>
        </message>
        <message>
            <source>Curtidas</source>
            <translation>Likes</translation>
        </message>
        <message>
            <source>Deixadas de lado</source>
            <translation>Set aside</translation>
        </message>
        <message>
            <source>Direto no assunto</source>
            <translation>Straight on the subject</translation>
        </message>
        <message>
            <source>Em aberto</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Em atendimento</source>
            <translation>In service</translation>
        </message>
        <message>
            <source>Em silêncio</source>
            <translation>Gone silent</translation>
        </message>
        <message>
            <source>Encaminhados</source>
            <translation>Forwarded</translation>
        </message>
        <message>
            <source>Encerrados</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Identificada com atraso</source>
            <translation>Identified late</translation>
        </message>
        <message>
            <source>Identificada no limite</source>
            <translation>Identified within the limit</translation>
        </message>
        <message>
            <source>Mediana</source>
            <translation>Median</translation>
        </message>
        <message>
            <source>Menções</source>
            <translation>Mentions</translation>
        </message>
        <message>
            <source>Na ouvidoria</source>
            <translation>At the Ombudsman</translation>
        </message>
        <message>
            <source>No 1º nível</source>
            <translation>At 1st level</translation>
        </message>
        <message>
            <source>No 2º nível</source>
            <translation>At 2nd level</translation>
        </message>
        <message>
            <source>Nota média</source>
            <translation>Average rating</translation>
        </message>
        <message>
            <source>Não cumpridas</source>
            <translation>Not kept</translation>
        </message>
        <message>
            <source>Outros</source>
            <translation>Others</translation>
        </message>
        <message>
            <source>Peso</source>
            <translation>Weight</translation>
        </message>
        <message>
            <source>Pessoas</source>
            <translation>People</translation>
        </message>
        <message>
            <source>Previsão</source>
            <translation>Forecast</translation>
        </message>
        <message>
            <source>Reabertos</source>
            <translation>Reopened</translation>
        </message>
        <message>
            <source>Recebidas</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>Resolução no prazo</source>
            <translation>Resolution in time</translation>
        </message>
        <message>
            <source>Resolvidos</source>
            <translation>Resolved</translation>
        </message>
        <message>
            <source>Resolvidos com atraso</source>
            <translation>Resolved late</translation>
        </message>
        <message>
            <source>Resolvidos no prazo</source>
            <translation>Resolved in time</translation>
        </message>
        <message>
            <source>Respondida com atraso</source>
            <translation>Answered late</translation>
        </message>
        <message>
            <source>Respondida no limite</source>
            <translation>Answered within the limit</translation>
        </message>
        <message>
            <source>Respondidos</source>
            <translation>Answered</translation>
        </message>
        <message>
            <source>Respondidos com atraso</source>
            <translation>Answered late</translation>
        </message>
        <message>
            <source>Respondidos no prazo</source>
            <translation>Answered in time</translation>
        </message>
        <message>
            <source>Sem classificação</source>
            <translation>Unclassified</translation>
        </message>
        <message>
            <source>Sentimento (−100 a 100)</source>
            <translation>Sentiment (−100 to 100)</translation>
        </message>
        <message>
            <source>Só acompanhadas</source>
            <translation>Only monitored</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>Total</translation>
        </message>
        <message>
            <source>± Misto</source>
            <translation>± Mixed</translation>
        </message>
        <message>
            <source>• Neutro</source>
            <translation>• Neutral</translation>
        </message>
        <message>
            <source>− Negativo</source>
            <translation>− Negative</translation>
        </message>
    </context>
    <context>
        <name>crisis_clock</name>
        <message>
            <source>identificar em {span}</source>
            <translation>identify in {span}</translation>
        </message>
        <message>
            <source>identificar: atrasado {span}</source>
            <translation>identify: {span} late</translation>
        </message>
        <message>
            <source>responder em {span}</source>
            <translation>answer in {span}</translation>
        </message>
        <message>
            <source>responder: atrasado {span}</source>
            <translation>answer: {span} late</translation>
        </message>
    </context>
    <context>
        <name>crisis_pages</name>
        <message>
            <source>Alertas</source>
            <translation>Alerts</translation>
        </message>
        <message>
            <source>Escolha antes uma menção ou um atendimento na Entrada.</source>
            <translation>First choose a mention or a case in the Inbox.</translation>
        </message>
        <message>
            <source>Geral</source>
            <translation>General</translation>
        </message>
        <message>
            <source>Levar para uma sala de crise</source>
            <translation>Take to a crisis room</translation>
        </message>
        <message>
            <source>Sala de crise</source>
            <translation>Crisis room</translation>
        </message>
    </context>
    <context>
        <name>crisis_texts</name>
        <message>
            <source>A matriz precisa de pelo menos um nível.</source>
            <translation>The matrix needs at least one level.</translation>
        </message>
        <message>
            <source>Atenção: “{trigger}” ({group}) sozinha marca {share} de todas as menções.</source>
            <translation>Careful: “{trigger}” ({group}) alone marks {share} of all mentions.</translation>
        </message>
        <message>
            <source>Crise de nível {level}: os dois relógios começam e a equipe é avisada.</source>
            <translation>Level {level} crisis: both clocks start and the team is told.</translation>
        </message>
        <message>
            <source>Dúvida: citação</source>
            <translation>Doubt: quotation</translation>
        </message>
        <message>
            <source>Dúvida: negação</source>
            <translation>Doubt: negation</translation>
        </message>
        <message>
            <source>Em crise ficariam {share} de todas as menções.</source>
            <translation>{share} of all mentions would be in crisis.</translation>
        </message>
        <message>
            <source>Exceção</source>
            <translation>Exception</translation>
        </message>
        <message>
            <source>Fica em dúvida: há uma negação antes.</source>
            <translation>Left in doubt: there is a negation before it.</translation>
        </message>
        <message>
            <source>Fica em dúvida: é citação de outra pessoa ou de notícia.</source>
            <translation>Left in doubt: it quotes someone else or the news.</translation>
        </message>
        <message>
            <source>Nos últimos 30 dias: {total} menções lidas, {changed} mudariam.</source>
            <translation>In the last 30 days: {total} mentions read, {changed} would change.</translation>
        </message>
        <message>
            <source>Não vale: a exceção “{because}” cobre o trecho.</source>
            <translation>Does not apply: the exception “{because}” covers the passage.</translation>
        </message>
        <message>
            <source>Não vale: este nível só olha menções negativas.</source>
            <translation>Does not apply: this level only looks at negative mentions.</translation>
        </message>
        <message>
            <source>Não é crise: a menção entra sem marca.</source>
            <translation>Not a crisis: the mention comes in unmarked.</translation>
        </message>
        <message>
            <source>Nível {level} em dúvida. Sem dúvida, nível {certain}: o alerta toca por ele.</source>
            <translation>Level {level} in doubt. Without doubt, level {certain}: the alert sounds for it.</translation>
        </message>
        <message>
            <source>Nível {level} em dúvida: recebe a marca, mas não toca o alerta.</source>
            <translation>Level {level} in doubt: it gets the mark, but the alert does not sound.</translation>
        </message>
        <message>
            <source>Nível {level} · {name}</source>
            <translation>Level {level} · {name}</translation>
        </message>
        <message>
            <source>Nível {level}, {group}: “{word}” já está em “{other}”.</source>
            <translation>Level {level}, {group}: “{word}” is already in “{other}”.</translation>
        </message>
        <message>
            <source>Nível {level}, {group}: “{word}” não tem letra nenhuma.</source>
            <translation>Level {level}, {group}: “{word}” has no letters at all.</translation>
        </message>
        <message>
            <source>Nível {level}, {group}: “{word}” sobra, pois “{other}” já pega os mesmos textos.</source>
            <translation>Level {level}, {group}: “{word}” is not needed, as “{other}” already catches the same texts.</translation>
        </message>
        <message>
            <source>Nível {level}, {group}: “{word}” é curta demais e pega palavras demais.</source>
            <translation>Level {level}, {group}: “{word}” is too short and catches too many words.</translation>
        </message>
        <message>
            <source>Nível {level}: falta um nome.</source>
            <translation>Level {level}: a name is missing.</translation>
        </message>
        <message>
            <source>Nível {level}: o grupo “{group}” aparece duas vezes.</source>
            <translation>Level {level}: the group “{group}” appears twice.</translation>
        </message>
        <message>
            <source>Nível {level}: o grupo “{group}” está sem palavras e nunca dispara.</source>
            <translation>Level {level}: the group “{group}” has no words and never fires.</translation>
        </message>
        <message>
            <source>Nível {level}: os prazos precisam ser maiores que zero.</source>
            <translation>Level {level}: the deadlines must be greater than zero.</translation>
        </message>
        <message>
            <source>Nível {level}: {before} hoje, {after} com esta matriz.</source>
            <translation>Level {level}: {before} today, {after} with this matrix.</translation>
        </message>
        <message>
            <source>O nível {level} aparece duas vezes.</source>
            <translation>Level {level} appears twice.</translation>
        </message>
        <message>
            <source>Outro sentimento</source>
            <translation>Another sentiment</translation>
        </message>
        <message>
            <source>Passam a ser crise: {newly}. Deixam de ser: {gone}. Mudam de nível: {moved}.</source>
            <translation>Become a crisis: {newly}. No longer one: {gone}. Change level: {moved}.</translation>
        </message>
        <message>
            <source>Perde para o mais grave</source>
            <translation>Gives way to the more serious</translation>
        </message>
        <message>
            <source>Também dispara, mas o nível {because} é mais grave.</source>
            <translation>Fires too, but level {because} is more serious.</translation>
        </message>
        <message>
            <source>Vale</source>
            <translation>Applies</translation>
        </message>
        <message>
            <source>Vale: é o que marca a menção.</source>
            <translation>Applies: this is what marks the mention.</translation>
        </message>
        <message>
            <source>misto</source>
            <translation>mixed</translation>
        </message>
        <message>
            <source>negativo</source>
            <translation>negative</translation>
        </message>
        <message>
            <source>neutro</source>
            <translation>neutral</translation>
        </message>
        <message>
            <source>não deu para dizer</source>
            <translation>could not tell</translation>
        </message>
        <message>
            <source>positivo</source>
            <translation>positive</translation>
        </message>
        <message>
            <source>“{text}” · nível {level}, {group} · regra “{trigger}”</source>
            <translation>“{text}” · level {level}, {group} · rule “{trigger}”</translation>
        </message>
    </context>
    <context>
        <name>customer_actions</name>
        <message>
            <source>Atualizar clientes</source>
            <translation>Reload customers</translation>
        </message>
        <message>
            <source>Buscar cliente</source>
            <translation>Find customer</translation>
        </message>
        <message>
            <source>Cliente anterior</source>
            <translation>Previous customer</translation>
        </message>
        <message>
            <source>Clientes</source>
            <translation>Customers</translation>
        </message>
        <message>
            <source>Editar cadastro</source>
            <translation>Edit customer</translation>
        </message>
        <message>
            <source>Escolher perfil do cliente</source>
            <translation>Choose the customer's profile</translation>
        </message>
        <message>
            <source>Escolher persona do cliente</source>
            <translation>Choose the customer's persona</translation>
        </message>
        <message>
            <source>Marcar ou desmarcar VIP</source>
            <translation>Mark or unmark VIP</translation>
        </message>
        <message>
            <source>Mostrar ou esconder o CPF/CNPJ</source>
            <translation>Show or hide CPF/CNPJ</translation>
        </message>
        <message>
            <source>Não é a mesma pessoa</source>
            <translation>Not the same person</translation>
        </message>
        <message>
            <source>Próximo cliente</source>
            <translation>Next customer</translation>
        </message>
        <message>
            <source>Salvar cadastro</source>
            <translation>Save customer</translation>
        </message>
        <message>
            <source>Unir a outro cadastro</source>
            <translation>Merge with another customer</translation>
        </message>
        <message>
            <source>É a mesma pessoa</source>
            <translation>Same person</translation>
        </message>
    </context>
    <context>
        <name>customer_texts</name>
        <message>
            <source>1 aberto</source>
            <translation>1 open</translation>
        </message>
        <message>
            <source>1 atendimento</source>
            <translation>1 case</translation>
        </message>
        <message>
            <source>Aguardando cliente</source>
            <translation>Waiting for customer</translation>
        </message>
        <message>
            <source>Aguardando área</source>
            <translation>Waiting for area</translation>
        </message>
        <message>
            <source>Anulado</source>
            <translation>Voided</translation>
        </message>
        <message>
            <source>CNPJ</source>
            <translation>CNPJ</translation>
        </message>
        <message>
            <source>CPF</source>
            <translation>CPF</translation>
        </message>
        <message>
            <source>CPF ou CNPJ</source>
            <translation>CPF or CNPJ</translation>
        </message>
        <message>
            <source>Em atendimento</source>
            <translation>In service</translation>
        </message>
        <message>
            <source>Fechado</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Nenhum atendimento ainda</source>
            <translation>No cases yet</translation>
        </message>
        <message>
            <source>Novo</source>
            <translation>New</translation>
        </message>
        <message>
            <source>Reaberto</source>
            <translation>Reopened</translation>
        </message>
        <message>
            <source>Resolvido</source>
            <translation>Resolved</translation>
        </message>
        <message>
            <source>Sem nome</source>
            <translation>No name</translation>
        </message>
        <message>
            <source>Unido</source>
            <translation>Merged</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>VIP</translation>
        </message>
        <message>
            <source>entrou num atendimento deste cliente</source>
            <translation>joined a case of this customer</translation>
        </message>
        <message>
            <source>escolhido por uma pessoa</source>
            <translation>chosen by a person</translation>
        </message>
        <message>
            <source>falou no mesmo atendimento</source>
            <translation>spoke in the same case</translation>
        </message>
        <message>
            <source>informado ao abrir o atendimento</source>
            <translation>given when the case was opened</translation>
        </message>
        <message>
            <source>mesmo CPF ou CNPJ</source>
            <translation>same CPF or CNPJ</translation>
        </message>
        <message>
            <source>mesmo e-mail</source>
            <translation>same e-mail</translation>
        </message>
        <message>
            <source>mesmo nome e lugar</source>
            <translation>same name and place</translation>
        </message>
        <message>
            <source>mesmo telefone</source>
            <translation>same phone</translation>
        </message>
        <message>
            <source>separado de outro cadastro</source>
            <translation>split off another customer</translation>
        </message>
        <message>
            <source>unido por uma pessoa</source>
            <translation>merged by a person</translation>
        </message>
        <message>
            <source>veio com o primeiro atendimento</source>
            <translation>came with the first case</translation>
        </message>
        <message>
            <source>veio com um atendimento</source>
            <translation>came with a case</translation>
        </message>
        <message>
            <source>voltou ao desfazer uma união</source>
            <translation>came back when a merge was undone</translation>
        </message>
        <message>
            <source>{count} abertos</source>
            <translation>{count} open</translation>
        </message>
        <message>
            <source>{count} atendimentos</source>
            <translation>{count} cases</translation>
        </message>
    </context>
    <context>
        <name>deadline_texts</name>
        <message>
            <source>1ª resposta</source>
            <translation>First response</translation>
        </message>
        <message>
            <source>A área demorou</source>
            <translation>The area took too long</translation>
        </message>
        <message>
            <source>As regras mudaram depois; vale o prazo de quando a resposta foi dada.</source>
            <translation>The rules changed afterwards; the deadline from when the reply was given applies.</translation>
        </message>
        <message>
            <source>Falha nossa</source>
            <translation>Our own failure</translation>
        </message>
        <message>
            <source>Faltavam dados do cliente</source>
            <translation>Customer data was missing</translation>
        </message>
        <message>
            <source>Horário: {calendar}.</source>
            <translation>Opening hours: {calendar}.</translation>
        </message>
        <message>
            <source>Meta “{name}”: {span} em {counted}.</source>
            <translation>Target “{name}”: {span} in {counted}.</translation>
        </message>
        <message>
            <source>Notícias ao cliente</source>
            <translation>News to the customer</translation>
        </message>
        <message>
            <source>Prazo perdido: {clock} (era até {when}). Diga o motivo.</source>
            <translation>Missed deadline: {clock} (it was due by {when}). Give the reason.</translation>
        </message>
        <message>
            <source>Promessa</source>
            <translation>Promise</translation>
        </message>
        <message>
            <source>Prometido ao cliente: “{promise}”.</source>
            <translation>Promised to the customer: “{promise}”.</translation>
        </message>
        <message>
            <source>Resposta da área</source>
            <translation>Answer of the area</translation>
        </message>
        <message>
            <source>Sistema fora do ar</source>
            <translation>System down</translation>
        </message>
        <message>
            <source>Solução</source>
            <translation>Solution</translation>
        </message>
        <message>
            <source>Vale porque: {conditions}.</source>
            <translation>Applies because: {conditions}.</translation>
        </message>
        <message>
            <source>Volume acima do normal</source>
            <translation>Volume above normal</translation>
        </message>
        <message>
            <source>aguardando o cliente</source>
            <translation>waiting for the customer</translation>
        </message>
        <message>
            <source>atendimento anulado</source>
            <translation>case voided</translation>
        </message>
        <message>
            <source>atendimento fechado</source>
            <translation>case closed</translation>
        </message>
        <message>
            <source>atendimento resolvido</source>
            <translation>case resolved</translation>
        </message>
        <message>
            <source>atendimento unido a outro</source>
            <translation>case merged into another</translation>
        </message>
        <message>
            <source>canal {value}</source>
            <translation>channel {value}</translation>
        </message>
        <message>
            <source>cliente VIP</source>
            <translation>VIP customer</translation>
        </message>
        <message>
            <source>cliente não VIP</source>
            <translation>non-VIP customer</translation>
        </message>
        <message>
            <source>crise nível {value}</source>
            <translation>crisis level {value}</translation>
        </message>
        <message>
            <source>horas corridas</source>
            <translation>round-the-clock hours</translation>
        </message>
        <message>
            <source>horas de expediente</source>
            <translation>opening hours</translation>
        </message>
        <message>
            <source>natureza {value}</source>
            <translation>nature {value}</translation>
        </message>
        <message>
            <source>padrão do Balcão</source>
            <translation>Balcão default</translation>
        </message>
        <message>
            <source>relógio parado</source>
            <translation>clock paused</translation>
        </message>
        <message>
            <source>{area} tem {span} em {counted}.</source>
            <translation>{area} has {span} in {counted}.</translation>
        </message>
        <message>
            <source>{hours} h {minutes:02}</source>
            <translation>{hours} h {minutes:02}</translation>
        </message>
        <message>
            <source>{name}. {norm}.</source>
            <translation>{name}. {norm}.</translation>
        </message>
        <message>
            <source>{n} h</source>
            <translation>{n} h</translation>
        </message>
    </context>
    <context>
        <name>delivery_texts</name>
        <message>
            <source>A conta {network} “{name}” está pausada: as respostas esperam até alguém continuar em Canais.</source>
            <translation>The {network} account “{name}” is paused: replies wait until someone resumes it in Channels.</translation>
        </message>
        <message>
            <source>A conta {network} “{name}” precisa de você: {problem} As respostas esperam.</source>
            <translation>The {network} account “{name}” needs you: {problem} Replies are waiting.</translation>
        </message>
        <message>
            <source>A primeira parte já chegou ao cliente.</source>
            <translation>The first part has already reached the customer.</translation>
        </message>
        <message>
            <source>A resposta tem dados pessoais e não sai em público. Volte ao texto e tire os dados.</source>
            <translation>The reply has personal data and won't go out in public. Go back to the text and remove the data.</translation>
        </message>
        <message>
            <source>As primeiras {n} partes já chegaram ao cliente.</source>
            <translation>The first {n} parts have already reached the customer.</translation>
        </message>
        <message>
            <source>Este canal não tem mensagem privada. Volte ao texto e responda em público.</source>
            <translation>This channel has no private messages. Go back to the text and reply in public.</translation>
        </message>
        <message>
            <source>Este canal não tem resposta pública. Volte ao texto e responda em privado.</source>
            <translation>This channel has no public replies. Go back to the text and reply in private.</translation>
        </message>
        <message>
            <source>Há campos sem valor no texto. Volte ao texto e preencha.</source>
            <translation>Some fields in the text have no value. Go back to the text and fill them in.</translation>
        </message>
        <message>
            <source>Não pôde sair. Volte ao texto e confira.</source>
            <translation>Couldn't go out. Go back to the text and check.</translation>
        </message>
        <message>
            <source>O Balcão confere de novo: {when}.</source>
            <translation>Balcão checks again: {when}.</translation>
        </message>
        <message>
            <source>O atendimento desta resposta não existe mais.</source>
            <translation>The case for this reply no longer exists.</translation>
        </message>
        <message>
            <source>O texto é longo demais para esta rede. Volte ao texto e encurte.</source>
            <translation>The text is too long for this network. Go back to the text and shorten it.</translation>
        </message>
        <message>
            <source>Próxima tentativa: {when}.</source>
            <translation>Next try: {when}.</translation>
        </message>
        <message>
            <source>aguardando aprovação</source>
            <translation>waiting for approval</translation>
        </message>
        <message>
            <source>desfeita</source>
            <translation>undone</translation>
        </message>
        <message>
            <source>devolvida</source>
            <translation>given back</translation>
        </message>
        <message>
            <source>enviada</source>
            <translation>sent</translation>
        </message>
        <message>
            <source>enviando</source>
            <translation>sending</translation>
        </message>
        <message>
            <source>na fila de envio</source>
            <translation>in the sending queue</translation>
        </message>
        <message>
            <source>não foi enviada</source>
            <translation>wasn't sent</translation>
        </message>
        <message>
            <source>sem confirmação do envio</source>
            <translation>sending not confirmed</translation>
        </message>
    </context>
    <context>
        <name>drill_texts</name>
        <message>
            <source>Classificação sugerida</source>
            <translation>Suggested classification</translation>
        </message>
        <message>
            <source>Com ação de relacionamento</source>
            <translation>With relationship work</translation>
        </message>
        <message>
            <source>Com crise</source>
            <translation>With a crisis</translation>
        </message>
        <message>
            <source>Crise ainda não identificada</source>
            <translation>Crisis not identified yet</translation>
        </message>
        <message>
            <source>Crise ainda sem resposta</source>
            <translation>Crisis not answered yet</translation>
        </message>
        <message>
            <source>Crise de nível {n}</source>
            <translation>Level {n} crisis</translation>
        </message>
        <message>
            <source>Crise identificada com atraso</source>
            <translation>Crisis identified late</translation>
        </message>
        <message>
            <source>Crise identificada no limite</source>
            <translation>Crisis identified within the limit</translation>
        </message>
        <message>
            <source>Crise respondida com atraso</source>
            <translation>Crisis answered late</translation>
        </message>
        <message>
            <source>Crise respondida no limite</source>
            <translation>Crisis answered within the limit</translation>
        </message>
        <message>
            <source>Encaminhados</source>
            <translation>Forwarded</translation>
        </message>
        <message>
            <source>Encerrados na ouvidoria</source>
            <translation>Closed by the Ombudsman</translation>
        </message>
        <message>
            <source>Encerrados no 1º nível</source>
            <translation>Closed at 1st level</translation>
        </message>
        <message>
            <source>Encerrados no 2º nível</source>
            <translation>Closed at 2nd level</translation>
        </message>
        <message>
            <source>Nota {n}</source>
            <translation>Rating {n}</translation>
        </message>
        <message>
            <source>Nunca reabertos</source>
            <translation>Never reopened</translation>
        </message>
        <message>
            <source>Promessa cumprida</source>
            <translation>Promise kept</translation>
        </message>
        <message>
            <source>Promessa em aberto</source>
            <translation>Open promise</translation>
        </message>
        <message>
            <source>Promessa não cumprida</source>
            <translation>Promise not kept</translation>
        </message>
        <message>
            <source>Reabertos</source>
            <translation>Reopened</translation>
        </message>
        <message>
            <source>Resolvidos com atraso</source>
            <translation>Resolved late</translation>
        </message>
        <message>
            <source>Resolvidos no prazo</source>
            <translation>Resolved in time</translation>
        </message>
        <message>
            <source>Respondidos com atraso</source>
            <translation>Answered late</translation>
        </message>
        <message>
            <source>Respondidos no prazo</source>
            <translation>Answered in time</translation>
        </message>
        <message>
            <source>Sem anulados nem unidos</source>
            <translation>Without voided or merged</translation>
        </message>
        <message>
            <source>Sem ação de relacionamento</source>
            <translation>Without relationship work</translation>
        </message>
        <message>
            <source>avaliados {when}</source>
            <translation>rated {when}</translation>
        </message>
        <message>
            <source>com promessa para {when}</source>
            <translation>with a promise for {when}</translation>
        </message>
        <message>
            <source>encerrados {when}</source>
            <translation>closed {when}</translation>
        </message>
        <message>
            <source>resolvidos {when}</source>
            <translation>resolved {when}</translation>
        </message>
        <message>
            <source>respondidos {when}</source>
            <translation>answered {when}</translation>
        </message>
    </context>
    <context>
        <name>errors</name>
        <message>
            <source>A ação ainda não aconteceu. Nada foi gravado. Confira o dia e a hora.</source>
            <translation>The action has not happened yet. Nothing was saved. Check the day and time.</translation>
        </message>
        <message>
            <source>A campanha termina antes de começar. A previsão continua como estava. Corrija as datas.</source>
            <translation>The campaign ends before it starts. The forecast stays as it was. Fix the dates.</translation>
        </message>
        <message>
            <source>A chave “{name}” guardada neste computador está danificada. Os dados continuam no banco. Use o código de recuperação.</source>
            <translation>The key “{name}” kept on this computer is damaged. The data is still in the database. Use the recovery code.</translation>
        </message>
        <message>
            <source>A coluna “{column}” não existe neste arquivo. Nada foi importado. Escolha as colunas de novo.</source>
            <translation>The column “{column}” is not in this file. Nothing was imported. Choose the columns again.</translation>
        </message>
        <message>
            <source>A criação dos dados parou inesperadamente. Apague o arquivo e tente de novo.</source>
            <translation>Making the data stopped unexpectedly. Delete the file and try again.</translation>
        </message>
        <message>
            <source>A data do pedido ainda não chegou. Nada foi registrado. Escolha hoje ou um dia antes.</source>
            <translation>The date of the request has not come yet. Nothing was recorded. Choose today or an earlier day.</translation>
        </message>
        <message>
            <source>A data do pós-atendimento já passou. Nada foi alterado. Escolha uma data futura.</source>
            <translation>The follow-up date has passed. Nothing was changed. Choose a future date.</translation>
        </message>
        <message>
            <source>A demonstração precisa de pelo menos {least} menções.</source>
            <translation>The demonstration needs at least {least} mentions.</translation>
        </message>
        <message>
            <source>A figura precisa ser PNG ou JPEG e ter no máximo {limit} kB. A anterior continua valendo.</source>
            <translation>The picture must be PNG or JPEG and have at most {limit} kB. The previous one still applies.</translation>
        </message>
        <message>
            <source>A leitura do arquivo parou de repente. As linhas já importadas estão salvas. Tente de novo: a importação continua de onde parou.</source>
            <translation>Reading the file stopped suddenly. The rows already imported are safe. Try again: the import goes on from where it stopped.</translation>
        </message>
        <message>
            <source>A linha {row} do arquivo não pôde ser lida. A árvore não mudou. Corrija a linha e importe de novo.</source>
            <translation>Row {row} of the file could not be read. The tree has not changed. Correct the row and import again.</translation>
        </message>
        <message>
            <source>A linha {row} do arquivo tem um problema. A árvore não mudou. Corrija e escolha de novo.</source>
            <translation>Row {row} of the file has a problem. The tree has not changed. Correct it and choose the file again.</translation>
        </message>
        <message>
            <source>A matriz de crises não pode ser salva assim (nível {level}, {group} {word}). Nada foi gravado. Veja o aviso acima da matriz e corrija.</source>
            <translation>The crisis matrix cannot be saved like this (level {level}, {group} {word}). Nothing was saved. See the alert above the matrix and correct it.</translation>
        </message>
        <message>
            <source>A nota vai de 1 a 5. Nada foi gravado. Escolha uma das cinco.</source>
            <translation>The score goes from 1 to 5. Nothing was saved. Choose one of the five.</translation>
        </message>
        <message>
            <source>A nova vigência de “{name}” precisa começar depois da que ela substitui. Nada foi gravado. Escolha uma data posterior.</source>
            <translation>The new validity of “{name}” must start after the one it replaces. Nothing was saved. Choose a later date.</translation>
        </message>
        <message>
            <source>A regra precisa de pelo menos uma condição. Nada foi salvo. Acrescente uma.</source>
            <translation>The rule needs at least one condition. Nothing was saved. Add one.</translation>
        </message>
        <message>
            <source>A regra “{name}” não diz o motivo. Nada foi gravado. A área precisa saber por que recebe.</source>
            <translation>The rule “{name}” does not give the reason. Nothing was saved. The area needs to know why it receives the case.</translation>
        </message>
        <message>
            <source>A regra “{name}” não diz para qual área vai. Nada foi gravado. Escolha a área.</source>
            <translation>The rule “{name}” does not say which area it goes to. Nothing was saved. Choose the area.</translation>
        </message>
        <message>
            <source>A regra “{name}” não tem condição e valeria para tudo. Nada foi gravado. Marque ao menos uma.</source>
            <translation>The rule “{name}” has no condition and would apply to everything. Nothing was saved. Mark at least one.</translation>
        </message>
        <message>
            <source>A resposta ainda tem campos sem valor: {names}. Ela não foi enviada e continua aqui. Preencha ou apague os campos.</source>
            <translation>The reply still has fields without a value: {names}. It was not sent and is still here. Fill in or delete the fields.</translation>
        </message>
        <message>
            <source>A resposta automática está vazia. Nada foi gravado. Escreva ao menos uma frase.</source>
            <translation>The automatic reply is empty. Nothing was saved. Write at least one sentence.</translation>
        </message>
        <message>
            <source>A resposta automática não conseguiu sair a tempo e foi deixada de lado. O cliente não a recebeu. Responda você mesmo à mensagem.</source>
            <translation>The automatic reply couldn't go out in time and was set aside. The customer didn't receive it. Please reply to the message yourself.</translation>
        </message>
        <message>
            <source>A resposta já saiu e não dá mais para desfazer. Nada foi perdido. Se precisar, envie outra.</source>
            <translation>The reply has left and cannot be undone any more. Nothing was lost. Send another if needed.</translation>
        </message>
        <message>
            <source>A resposta pública tem dados pessoais ({kinds}). Ela não foi enviada e continua aqui. Tire os dados ou responda em privado.</source>
            <translation>The public reply has personal data ({kinds}). It was not sent and is still here. Take the data out or reply in private.</translation>
        </message>
        <message>
            <source>A resposta tem {length} caracteres e o canal aceita {limit}. Ela não foi enviada e continua aqui. Encurte o texto.</source>
            <translation>The reply has {length} characters and the channel takes {limit}. It was not sent and is still here. Shorten the text.</translation>
        </message>
        <message>
            <source>A solução não pode vencer antes da primeira resposta. Nada foi gravado. Aumente o tempo da solução.</source>
            <translation>The solution cannot be due before the first response. Nothing was saved. Give the solution more time.</translation>
        </message>
        <message>
            <source>A sugestão mudou ou alguém já classificou. Nada foi alterado. Confira a classificação na tela.</source>
            <translation>The suggestion changed or someone has already classified it. Nothing was changed. Check the classification on the screen.</translation>
        </message>
        <message>
            <source>A tabela passa de {limit} linhas. Nada foi lido. Divida em partes.</source>
            <translation>The table has more than {limit} rows. Nothing was read. Split it into parts.</translation>
        </message>
        <message>
            <source>A tecla {key} já é de “{name}”. Nada foi gravado. Escolha outra ou libere aquela antes.</source>
            <translation>The key {key} already belongs to “{name}”. Nothing was saved. Choose another or free that one first.</translation>
        </message>
        <message>
            <source>A tecla “{key}” não serve. Nada foi gravado. Use uma só letra ou um só número.</source>
            <translation>The key “{key}” will not do. Nothing was saved. Use a single letter or a single number.</translation>
        </message>
        <message>
            <source>A verificação ortográfica não pôde começar. O texto não foi afetado e pode ser enviado normalmente. Se continuar assim depois de abrir o Balcão de novo, instale-o outra vez.</source>
            <translation>Spell checking could not start. The text was not affected and can be sent as usual. If this goes on after opening Balcão again, reinstall it.</translation>
        </message>
        <message>
            <source>A área {name} já foi avisada.</source>
            <translation>The area {name} has already been told.</translation>
        </message>
        <message>
            <source>A árvore passa de {limit} itens, mais do que alguém consegue escolher. Nada mudou. Divida o arquivo ou traga só os níveis de cima.</source>
            <translation>The tree has more than {limit} items, more than anyone can choose from. Nothing changed. Split the file or bring in only the upper levels.</translation>
        </message>
        <message>
            <source>A árvore vai até {limit} níveis. Nada mudou. Escolha um lugar mais perto do topo.</source>
            <translation>The tree goes down to {limit} levels. Nothing changed. Choose a place closer to the top.</translation>
        </message>
        <message>
            <source>Ainda não há posição para isso. Escreva o texto da posição primeiro.</source>
            <translation>There is no position for this yet. Write the position text first.</translation>
        </message>
        <message>
            <source>Aqui cabem no máximo {limit} arquivos por resposta. Nada foi enviado. Tire alguns ou envie em duas respostas.</source>
            <translation>At most {limit} files fit in a reply here. Nothing was sent. Remove some or send in two replies.</translation>
        </message>
        <message>
            <source>As colunas guardadas para este tipo de arquivo não puderam ser lidas. Nada foi importado. Escolha as colunas de novo.</source>
            <translation>The columns kept for this kind of file could not be read. Nothing was imported. Choose the columns again.</translation>
        </message>
        <message>
            <source>As preferências desta estação foram gravadas por um Balcão mais novo. Nada foi perdido. Atualize o Balcão para usar todas elas.</source>
            <translation>This workstation's preferences were written by a newer Balcão. Nothing was lost. Update Balcão to use all of them.</translation>
        </message>
        <message>
            <source>As preferências desta estação não puderam ser lidas. Os atendimentos não foram afetados. O arquivo antigo foi guardado e o Balcão começou com as preferências de fábrica.</source>
            <translation>This workstation's preferences could not be read. The cases were not affected. The old file was set aside and Balcão started with its defaults.</translation>
        </message>
        <message>
            <source>As regras já foram mudadas depois disso. Nada foi desfeito. Veja o histórico de mudanças e ajuste à mão.</source>
            <translation>The rules have been changed since then. Nothing was undone. See the change history and adjust by hand.</translation>
        </message>
        <message>
            <source>As respostas de “{name}” são fixas, porque os gráficos contam por elas. Nada mudou. Nome, cor e descrição podem ser editados.</source>
            <translation>The answers of “{name}” are fixed, because the charts count by them. Nothing changed. Name, colour and description can be edited.</translation>
        </message>
        <message>
            <source>As senhas das contas estão guardadas com a chave da equipe, que não está neste computador. Nada foi alterado. Peça o código da chave a quem administra o Balcão e digite em Configurações, Canais.</source>
            <translation>The account passwords are kept with the team's key, which is not on this computer. Nothing was changed. Ask whoever manages Balcão for the key code and type it in Settings, Channels.</translation>
        </message>
        <message>
            <source>As sugestões mudaram enquanto esta página estava aberta. Nada foi alterado. Confira e tente de novo.</source>
            <translation>The suggestions changed while this page was open. Nothing was changed. Check and try again.</translation>
        </message>
        <message>
            <source>CEP</source>
            <translation>postcode</translation>
        </message>
        <message>
            <source>CNPJ</source>
            <translation>CNPJ</translation>
        </message>
        <message>
            <source>CPF</source>
            <translation>CPF</translation>
        </message>
        <message>
            <source>Cabem até {high} campanhas na simulação. A previsão continua como estava. Tire uma antes.</source>
            <translation>The simulation holds up to {high} campaigns. The forecast stays as it was. Remove one first.</translation>
        </message>
        <message>
            <source>Desde que foi escrita, esta resposta passou a precisar de uma segunda pessoa. Ela não saiu. Tente de novo para mandá-la à aprovação.</source>
            <translation>Since it was written, this reply has come to need a second person. It didn't go out. Try again to send it for approval.</translation>
        </message>
        <message>
            <source>Duas regras têm a mesma chave ({name}). Nada foi gravado. Apague uma delas.</source>
            <translation>Two rules have the same key ({name}). Nothing was saved. Delete one of them.</translation>
        </message>
        <message>
            <source>Dê um nome à sala, como “Vidro na geleia”.</source>
            <translation>Give the room a name, like “Glass in the jam”.</translation>
        </message>
        <message>
            <source>Em {name} ainda há atendimentos abertos: {n}. A área continua em uso. Responda ou encaminhe esses atendimentos e tente de novo.</source>
            <translation>{name} still has open cases: {n}. The area stays in use. Answer or forward these cases and try again.</translation>
        </message>
        <message>
            <source>Escolha o nível da crise.</source>
            <translation>Choose the crisis level.</translation>
        </message>
        <message>
            <source>Escolha se o eixo é do atendimento ou do cliente. Nada foi gravado.</source>
            <translation>Choose whether the axis belongs to the case or to the customer. Nothing was saved.</translation>
        </message>
        <message>
            <source>Escreva o que foi publicado ou respondido. O resto continua na tela.</source>
            <translation>Write what was published or answered. The rest is still on the screen.</translation>
        </message>
        <message>
            <source>Essa união já foi desfeita ou não existe. Nada foi alterado. Atualize a tela.</source>
            <translation>This merge was undone already or does not exist. Nothing was changed. Refresh the screen.</translation>
        </message>
        <message>
            <source>Esse horário já passou. O atendimento não foi adiado. Escolha um momento futuro.</source>
            <translation>That time has passed. The case was not snoozed. Choose a future moment.</translation>
        </message>
        <message>
            <source>Esta classificação não existe mais. Nada foi alterado. Atualize a tela.</source>
            <translation>This classification no longer exists. Nothing was changed. Refresh the screen.</translation>
        </message>
        <message>
            <source>Esta conta não existe mais. Nada foi alterado. Atualize a lista de canais.</source>
            <translation>This account no longer exists. Nothing was changed. Refresh the list of channels.</translation>
        </message>
        <message>
            <source>Esta menção não existe mais. Nada foi alterado. Atualize a lista.</source>
            <translation>This mention no longer exists. Nothing was changed. Refresh the list.</translation>
        </message>
        <message>
            <source>Esta mudança não pode ser gravada: falta um nome ou há dois iguais. O que você digitou continua aqui. Confira os campos e tente de novo.</source>
            <translation>This change cannot be saved: a name is missing or two are the same. What you typed is still here. Check the fields and try again.</translation>
        </message>
        <message>
            <source>Esta obrigação já foi cumprida ou não existe mais. Nada foi alterado. Atualize o atendimento.</source>
            <translation>This duty has already been met or no longer exists. Nothing was changed. Refresh the case.</translation>
        </message>
        <message>
            <source>Esta posição já está aprovada.</source>
            <translation>This position is already approved.</translation>
        </message>
        <message>
            <source>Esta promessa não existe mais. Nada foi alterado. Atualize o atendimento.</source>
            <translation>This promise no longer exists. Nothing was changed. Refresh the case.</translation>
        </message>
        <message>
            <source>Esta publicação foi apagada na rede. Nada foi alterado. Não há mais o que fazer nela.</source>
            <translation>This post was deleted on the network. Nothing was changed. There is nothing more to do on it.</translation>
        </message>
        <message>
            <source>Esta publicação já está em outra ação ou não existe mais. O que você escreveu continua na tela. Escolha outra ou nenhuma.</source>
            <translation>This post is already in another action or no longer exists. What you wrote is still on the screen. Choose another or none.</translation>
        </message>
        <message>
            <source>Esta rede não permite isso pelo Balcão. Nada foi alterado. Faça no site da rede.</source>
            <translation>This network doesn't allow that through Balcão. Nothing was changed. Do it on the network's site.</translation>
        </message>
        <message>
            <source>Esta resposta espera por outra, anterior, da mesma conversa. Ela não se perdeu. Resolva a anterior (tente de novo ou volte ao texto) e esta sai em seguida.</source>
            <translation>This reply is waiting for an earlier one in the same conversation. It isn't lost. Sort out the earlier one (try again or go back to the text) and this one goes out next.</translation>
        </message>
        <message>
            <source>Esta resposta não existe mais. Nada foi alterado. Atualize o atendimento.</source>
            <translation>This reply no longer exists. Nothing was changed. Refresh the case.</translation>
        </message>
        <message>
            <source>Esta sala de crise não existe mais. Nada foi alterado. Abra a lista de salas de novo.</source>
            <translation>This crisis room no longer exists. Nothing was changed. Open the list of rooms again.</translation>
        </message>
        <message>
            <source>Esta sala já está aberta. Nada foi alterado.</source>
            <translation>This room is already open. Nothing was changed.</translation>
        </message>
        <message>
            <source>Esta sala já foi encerrada. Nada foi alterado. Reabra a sala para continuar nela.</source>
            <translation>This room was already closed. Nothing was changed. Reopen the room to go on in it.</translation>
        </message>
        <message>
            <source>Esta área está aposentada. Nada mudou. Traga a área de volta primeiro.</source>
            <translation>This area is retired. Nothing changed. Bring the area back first.</translation>
        </message>
        <message>
            <source>Esta área já confirmou, ou ainda não foi avisada. Nada foi alterado.</source>
            <translation>This area has already confirmed, or has not been told yet. Nothing was changed.</translation>
        </message>
        <message>
            <source>Esta área não existe mais. Nada foi encaminhado. Escolha uma área da lista.</source>
            <translation>This area no longer exists. Nothing was forwarded. Choose an area from the list.</translation>
        </message>
        <message>
            <source>Este alerta não existe mais. Nada foi alterado. Abra a lista de alertas de novo.</source>
            <translation>This alert no longer exists. Nothing was changed. Open the list of alerts again.</translation>
        </message>
        <message>
            <source>Este anexo era grande demais e só o nome foi guardado. A menção está inteira. Abra a publicação original.</source>
            <translation>This attachment was too large and only its name was kept. The mention is whole. Open the original post.</translation>
        </message>
        <message>
            <source>Este atendimento não está com uma área. Nada mudou. Quem atende encerra por aqui.</source>
            <translation>This case is not with an area. Nothing changed. Whoever handles the case closes it here.</translation>
        </message>
        <message>
            <source>Este atendimento não existe mais. Nada foi alterado. Atualize a lista e confira o protocolo.</source>
            <translation>This case no longer exists. Nothing was changed. Refresh the list and check the protocol.</translation>
        </message>
        <message>
            <source>Este banco foi usado por um Balcão mais novo. Nada foi alterado nele. Atualize o Balcão nesta estação.</source>
            <translation>This database was used by a newer Balcão. Nothing was changed in it. Update Balcão on this workstation.</translation>
        </message>
        <message>
            <source>Este banco é de uma versão anterior e ainda não foi atualizado. Nada foi alterado nele. Abra-o com o Balcão que atualiza ou fale com quem cuida do sistema.</source>
            <translation>This database is of an earlier version and has not been upgraded. Nothing was changed in it. Open it with the Balcão that upgrades or talk to whoever looks after the system.</translation>
        </message>
        <message>
            <source>Este cadastro já foi unido a outro. Nada foi alterado. Abra o cadastro que ficou.</source>
            <translation>This customer was already merged into another. Nothing was changed. Open the one that remains.</translation>
        </message>
        <message>
            <source>Este calendário não existe mais. Nada foi gravado. Escolha outro.</source>
            <translation>This calendar no longer exists. Nothing was saved. Choose another.</translation>
        </message>
        <message>
            <source>Este cliente não existe mais. Nada foi alterado. Busque de novo: ele pode ter sido unido.</source>
            <translation>This customer no longer exists. Nothing was changed. Search again: it may have been merged.</translation>
        </message>
        <message>
            <source>Este computador não tem cofre de senhas. Nada foi gravado sem proteção. Informe uma frase-senha quando pedido.</source>
            <translation>This computer has no password store. Nothing was saved unprotected. Give a passphrase when asked.</translation>
        </message>
        <message>
            <source>Este código não é o da chave da sua equipe. Nada foi gravado. Confira letra por letra e tente de novo.</source>
            <translation>This code is not your team's key code. Nothing was saved. Check it letter by letter and try again.</translation>
        </message>
        <message>
            <source>Este item da árvore não existe mais. Nada foi alterado. Escolha outro item.</source>
            <translation>This item of the tree no longer exists. Nothing was changed. Choose another.</translation>
        </message>
        <message>
            <source>Este material não existe mais. Nada foi alterado. Atualize a lista.</source>
            <translation>This material no longer exists. Nothing was changed. Refresh the list.</translation>
        </message>
        <message>
            <source>Este modelo não existe mais. A sua resposta continua aqui. Escolha outro modelo.</source>
            <translation>This template no longer exists. Your reply is still here. Choose another template.</translation>
        </message>
        <message>
            <source>Este nome ainda não faz parte da equipe deste banco. Nada foi alterado. Confira a grafia ou peça a quem supervisiona para incluir você em Configurações, Equipe.</source>
            <translation>This name is not part of this database’s team yet. Nothing was changed. Check the spelling, or ask a supervisor to add you in Settings, Team.</translation>
        </message>
        <message>
            <source>Este perfil não está mais no cadastro. Nada foi alterado. Atualize a tela.</source>
            <translation>This handle is no longer with the customer. Nothing was changed. Refresh the screen.</translation>
        </message>
        <message>
            <source>Este prazo não existe neste atendimento. Nada foi alterado. Atualize a tela.</source>
            <translation>This deadline does not exist in this case. Nothing was changed. Refresh the screen.</translation>
        </message>
        <message>
            <source>Este prazo perdido já tem o motivo. Nada foi alterado. Atualize o atendimento.</source>
            <translation>This missed deadline already has its reason. Nothing was changed. Refresh the case.</translation>
        </message>
        <message>
            <source>Este tema recebe só uma resposta. A segunda não foi enviada e continua aqui. A supervisão pode liberar com um motivo.</source>
            <translation>This theme gets one reply only. The second was not sent and is still here. A supervisor may allow it with a reason.</translation>
        </message>
        <message>
            <source>Estes limites de pico não servem. Nada foi gravado. Confira semanas, vezes e pontos e tente de novo.</source>
            <translation>These burst limits will not do. Nothing was saved. Check weeks, times and points and try again.</translation>
        </message>
        <message>
            <source>Falta a norma. Nada foi gravado. Escreva a lei, o decreto ou a prática que fixa o prazo.</source>
            <translation>The norm is missing. Nothing was saved. Write the law, decree or practice that sets the deadline.</translation>
        </message>
        <message>
            <source>Falta dizer o motivo. Nada foi alterado. Escreva em poucas palavras.</source>
            <translation>The reason is missing. Nothing was changed. Write it in a few words.</translation>
        </message>
        <message>
            <source>Falta dizer o que é o dia {day}. Nada foi gravado. Escreva, por exemplo, “Aniversário da cidade”.</source>
            <translation>What the day {day} is has not been given. Nothing was saved. Write, for example, “City anniversary”.</translation>
        </message>
        <message>
            <source>Falta dizer qual coluna tem a data. Nada foi importado. Escolha a coluna da data.</source>
            <translation>Which column has the date is missing. Nothing was imported. Choose the date column.</translation>
        </message>
        <message>
            <source>Falta dizer qual coluna tem o texto. Nada foi importado. Escolha a coluna do texto.</source>
            <translation>Which column has the text is missing. Nothing was imported. Choose the text column.</translation>
        </message>
        <message>
            <source>Falta escrever o texto. Nada foi enviado.</source>
            <translation>The text is missing. Nothing was sent.</translation>
        </message>
        <message>
            <source>Falta o nome da conta. Nada foi gravado. Escreva um nome que a equipe reconheça.</source>
            <translation>The account's name is missing. Nothing was saved. Write a name the team will recognise.</translation>
        </message>
        <message>
            <source>Falta o nome da pessoa. Nada foi gravado.</source>
            <translation>The person's name is missing. Nothing was saved.</translation>
        </message>
        <message>
            <source>Falta o nome da regra, ou o texto é longo demais. Nada foi gravado.</source>
            <translation>The rule's name is missing, or the text is too long. Nothing was saved.</translation>
        </message>
        <message>
            <source>Falta o nome da regra. Nada foi salvo.</source>
            <translation>The rule's name is missing. Nothing was saved.</translation>
        </message>
        <message>
            <source>Falta o nome da área. Nada foi gravado.</source>
            <translation>The area's name is missing. Nothing was saved.</translation>
        </message>
        <message>
            <source>Falta o nome do horário. Nada foi gravado. Escreva um nome curto, como “E-mail”.</source>
            <translation>The name of the opening hours is missing. Nothing was saved. Write a short name, such as “E-mail”.</translation>
        </message>
        <message>
            <source>Falta o nome do modelo. Nada foi gravado. Escreva um nome que a equipe reconheça.</source>
            <translation>The template's name is missing. Nothing was saved. Write a name the team will recognise.</translation>
        </message>
        <message>
            <source>Falta o nome do prazo. Nada foi gravado. Escreva um nome que a equipe reconheça.</source>
            <translation>The deadline's name is missing. Nothing was saved. Write a name the team will recognise.</translation>
        </message>
        <message>
            <source>Falta o nome. Nada foi gravado. Escreva como a equipe conhece.</source>
            <translation>The name is missing. Nothing was saved. Write it as the team knows it.</translation>
        </message>
        <message>
            <source>Falta o texto do material. Nada foi gravado.</source>
            <translation>The material's text is missing. Nothing was saved.</translation>
        </message>
        <message>
            <source>Falta o texto do modelo. Nada foi gravado.</source>
            <translation>The template's text is missing. Nothing was saved.</translation>
        </message>
        <message>
            <source>Falta o título do material. Nada foi gravado.</source>
            <translation>The material's title is missing. Nothing was saved.</translation>
        </message>
        <message>
            <source>Falta preencher um campo obrigatório. Nada foi gravado. Preencha o campo destacado e tente de novo.</source>
            <translation>A required field is missing. Nothing was saved. Fill in the highlighted field and try again.</translation>
        </message>
        <message>
            <source>Há regras demais. Nada foi gravado. Junte as parecidas.</source>
            <translation>There are too many rules. Nothing was saved. Merge the similar ones.</translation>
        </message>
        <message>
            <source>Há um termo com mais de {limit} letras. Nada foi gravado. Encurte o termo.</source>
            <translation>A term has more than {limit} letters. Nothing was saved. Shorten the term.</translation>
        </message>
        <message>
            <source>Isto espera por outra área. Nada mudou. Só quem faz parte dela responde.</source>
            <translation>This waits for another area. Nothing changed. Only its own people answer.</translation>
        </message>
        <message>
            <source>Já existe o eixo “{name}”. Nada foi gravado. Escolha outro nome.</source>
            <translation>There is already an axis “{name}”. Nothing was saved. Choose another name.</translation>
        </message>
        <message>
            <source>Já existe um horário chamado “{name}”. Nada foi gravado. Escolha outro nome.</source>
            <translation>There are already opening hours called “{name}”. Nothing was saved. Choose another name.</translation>
        </message>
        <message>
            <source>Já existe um material chamado “{title}”. Nada foi gravado. Escolha outro título.</source>
            <translation>There is already a material called “{title}”. Nothing was saved. Choose another title.</translation>
        </message>
        <message>
            <source>Já existe um modelo chamado “{name}”. Nada foi gravado. Escolha outro nome.</source>
            <translation>There is already a template called “{name}”. Nothing was saved. Choose another name.</translation>
        </message>
        <message>
            <source>Já existe uma conta “{name}” nesta rede. Nada foi gravado. Escolha outro nome.</source>
            <translation>There is already an account “{name}” on this network. Nothing was saved. Choose another name.</translation>
        </message>
        <message>
            <source>Já existe uma pessoa com o nome “{name}”. Nada foi gravado. Use outro nome.</source>
            <translation>There is already a person called “{name}”. Nothing was saved. Use another name.</translation>
        </message>
        <message>
            <source>Já existe uma área chamada “{name}”. Nada foi gravado. Escolha outro nome.</source>
            <translation>There is already an area called “{name}”. Nothing was saved. Choose another name.</translation>
        </message>
        <message>
            <source>Já existe “{name}” nesse lugar. Nada foi gravado. Use outro nome ou junte os dois.</source>
            <translation>There is already “{name}” in this place. Nothing was saved. Use another name or merge the two.</translation>
        </message>
        <message>
            <source>Já são {limit} eixos, o máximo. Nada foi criado. Renomeie um que não usa mais.</source>
            <translation>There are already {limit} axes, the maximum. Nothing was created. Rename one you no longer use.</translation>
        </message>
        <message>
            <source>Nenhuma conta conectada pode fazer isso nesta publicação. Nada foi alterado. Confira em Configurações, Canais, se a conta está ligada e pode responder.</source>
            <translation>No connected account can do that on this post. Nothing was changed. Check in Settings, Channels that the account is on and can reply.</translation>
        </message>
        <message>
            <source>Nesta rede o Balcão só consegue ouvir, não responder. Nada foi alterado. Responda no site da rede e registre a resposta no atendimento.</source>
            <translation>On this network Balcão can only listen, not answer. Nothing was changed. Answer on the network's site and record the answer in the case.</translation>
        </message>
        <message>
            <source>No horário “{name}”, a meta “{target}” nunca terminaria de contar. Nada foi salvo. Abra mais horas ou encurte a meta.</source>
            <translation>In the opening hours “{name}”, the target “{target}” would never finish counting. Nothing was saved. Open more hours or shorten the target.</translation>
        </message>
        <message>
            <source>Não entendi o intervalo “{interval}” ({day}). Nada foi gravado. Escreva assim: 09:00-12:00, 13:00-18:00.</source>
            <translation>I did not understand the interval “{interval}” ({day}). Nothing was saved. Write it like this: 09:00-12:00, 13:00-18:00.</translation>
        </message>
        <message>
            <source>Não foi possível concluir. O que já estava salvo não mudou. Código: {code}.</source>
            <translation>It could not be done. What was already saved has not changed. Code: {code}.</translation>
        </message>
        <message>
            <source>Não foi possível concluir. O que você digitou continua na tela e o que já estava salvo não mudou. Tente de novo; se repetir, informe o código {code}.</source>
            <translation>This could not be done. What you typed is still on the screen and what was saved has not changed. Try again; if it repeats, quote the code {code}.</translation>
        </message>
        <message>
            <source>Não foi possível gravar as preferências desta estação. Os atendimentos estão salvos. Verifique o espaço em disco e a permissão da pasta {folder}.</source>
            <translation>This workstation's preferences could not be saved. The cases are safe. Check the disk space and the permission of the folder {folder}.</translation>
        </message>
        <message>
            <source>Não foi possível gravar em {path}. O que já foi importado está salvo. Verifique o espaço em disco e a permissão da pasta.</source>
            <translation>Could not write to {path}. What was imported is safe. Check the disk space and the folder's permission.</translation>
        </message>
        <message>
            <source>Não foi possível gravar o anexo em {folder}. Ele continua guardado no Balcão. Escolha outra pasta.</source>
            <translation>The attachment could not be written to {folder}. It is still kept in Balcão. Choose another folder.</translation>
        </message>
        <message>
            <source>Não foi possível gravar o arquivo {path}. Nada ficou pela metade. Feche o arquivo se ele estiver aberto, ou escolha outra pasta.</source>
            <translation>The file {path} could not be written. Nothing was left half done. Close the file if it is open, or choose another folder.</translation>
        </message>
        <message>
            <source>Não foi possível ler {path}. A árvore não mudou. Feche o arquivo em outros programas e tente de novo.</source>
            <translation>{path} could not be read. The tree has not changed. Close the file in other programs and try again.</translation>
        </message>
        <message>
            <source>Não há espaço em disco para o arquivo {path}. Nada ficou pela metade. Libere espaço ou escolha outra pasta.</source>
            <translation>There is no room on the disk for {path}. Nothing was left half done. Free some space or choose another folder.</translation>
        </message>
        <message>
            <source>O Balcão precisa do eixo “{name}” para encerrar e orientar. Nada mudou. Ele pode ser renomeado.</source>
            <translation>Balcão needs the axis “{name}” to close cases and give guidance. Nothing changed. It can be renamed.</translation>
        </message>
        <message>
            <source>O CPF ou CNPJ não confere. Nada foi gravado. Confira os números.</source>
            <translation>The CPF or CNPJ is not right. Nothing was saved. Check the digits.</translation>
        </message>
        <message>
            <source>O JSON está quebrado na linha {line}. A árvore não mudou. Exporte de novo no outro sistema ou use CSV.</source>
            <translation>The JSON is broken on line {line}. The tree has not changed. Export it again from the other system or use CSV.</translation>
        </message>
        <message>
            <source>O arquivo de regras não pôde ser gravado em {folder}. As regras não mudaram. Verifique o espaço e a permissão da pasta, ou escolha outra.</source>
            <translation>The rules file could not be saved in {folder}. The rules have not changed. Check the space and the permission of the folder, or choose another.</translation>
        </message>
        <message>
            <source>O arquivo de regras não pôde ser lido (parte: {section}). Nada foi alterado. Use um arquivo exportado pelo Balcão.</source>
            <translation>The rules file could not be read (part: {section}). Nothing was changed. Use a file exported by Balcão.</translation>
        </message>
        <message>
            <source>O arquivo de regras vem de um Balcão mais novo ({version}). Nada foi alterado. Atualize o Balcão e tente de novo.</source>
            <translation>The rules file comes from a newer Balcão ({version}). Nothing was changed. Update Balcão and try again.</translation>
        </message>
        <message>
            <source>O arquivo de regras é grande demais. Nada foi alterado. Exporte só as seções que precisa.</source>
            <translation>The rules file is too large. Nothing was changed. Export only the sections you need.</translation>
        </message>
        <message>
            <source>O arquivo está vazio. A árvore não mudou. Escolha um arquivo com pelo menos um item.</source>
            <translation>The file is empty. The tree has not changed. Choose a file with at least one item.</translation>
        </message>
        <message>
            <source>O arquivo fala da natureza “{key}”, que não existe na sua árvore. Nada foi alterado. Traga antes a árvore de classificação do mesmo arquivo.</source>
            <translation>The file mentions the nature “{key}”, which does not exist in your tree. Nothing was changed. First bring in the classification tree from the same file.</translation>
        </message>
        <message>
            <source>O arquivo não tem a coluna “nome” (colunas lidas: {columns}). A árvore não mudou. Dê o título “nome”, “caminho” ou “nível 1, nível 2…” às colunas e escolha o arquivo de novo.</source>
            <translation>The file has no “nome” column (columns read: {columns}). The tree did not change. Call the columns “nome”, “caminho” or “nível 1, nível 2…” and choose the file again.</translation>
        </message>
        <message>
            <source>O arquivo não é CSV nem JSON. A árvore não mudou. Se for uma planilha, salve como CSV e escolha de novo.</source>
            <translation>The file is neither CSV nor JSON. The tree has not changed. If it is a spreadsheet, save it as CSV and choose it again.</translation>
        </message>
        <message>
            <source>O arquivo {name} não pôde ser aberto. Nada foi alterado. Verifique se ele ainda está lá e tente de novo.</source>
            <translation>The file {name} could not be opened. Nothing was changed. Check that it is still there and try again.</translation>
        </message>
        <message>
            <source>O arquivo {path} não foi encontrado. Nada foi criado no lugar dele. Confira o caminho ou escolha outro banco.</source>
            <translation>The file {path} was not found. Nothing was created in its place. Check the path or choose another database.</translation>
        </message>
        <message>
            <source>O arquivo “{name}” não pode ir com a resposta: ele pode executar um programa, esconde o tipo verdadeiro, está vazio ou esta rede não o aceita. Nada foi enviado. Escolha uma foto, um PDF ou outro documento comum.</source>
            <translation>The file “{name}” can't go with the reply: it may run a program, hides its real type, is empty, or isn't accepted by this network. Nothing was sent. Choose a photo, a PDF or another common document.</translation>
        </message>
        <message>
            <source>O arquivo “{name}” passa de {limit} MB. Nada foi enviado. Diminua o arquivo ou mande um link para ele.</source>
            <translation>The file “{name}” is over {limit} MB. Nothing was sent. Make it smaller or send a link to it.</translation>
        </message>
        <message>
            <source>O atalho “{shortcut}” já é do modelo “{name}”. Nada foi gravado. Escolha outro atalho.</source>
            <translation>The shortcut “{shortcut}” already belongs to the template “{name}”. Nothing was saved. Choose another shortcut.</translation>
        </message>
        <message>
            <source>O atendimento ainda está com a área. Nada foi alterado. Espere a solução ou peça o atendimento de volta.</source>
            <translation>The case is still with the area. Nothing was changed. Wait for the solution or ask for the case back.</translation>
        </message>
        <message>
            <source>O atendimento já tem essa obrigação. Nada foi registrado de novo.</source>
            <translation>The case already has this duty. Nothing was recorded again.</translation>
        </message>
        <message>
            <source>O aviso precisa ficar entre 1 % e 99 % do prazo. Nada foi gravado.</source>
            <translation>The alert must be between 1 % and 99 % of the deadline. Nothing was saved.</translation>
        </message>
        <message>
            <source>O banco de dados está ocupado. Nada foi perdido e o que você digitou continua aqui. Tente de novo em alguns segundos.</source>
            <translation>The database is busy. Nothing was lost and what you typed is still here. Try again in a few seconds.</translation>
        </message>
        <message>
            <source>O banco está danificado e não foi tocado. Feche o Balcão, guarde o arquivo como está e volte com a última cópia de segurança.</source>
            <translation>The database is damaged and was not touched. Close Balcão, keep the file as it is and go back to the last backup.</translation>
        </message>
        <message>
            <source>O banco está só para leitura. Você pode consultar, mas nada será gravado. Verifique a permissão do arquivo ou o espaço em disco.</source>
            <translation>The database is read-only. You can look, but nothing will be saved. Check the file's permission or the disk space.</translation>
        </message>
        <message>
            <source>O banco já tem menções. Escolha um arquivo novo para a demonstração.</source>
            <translation>The database already has mentions. Choose a new file for the demonstration.</translation>
        </message>
        <message>
            <source>O banco não garante gravar no disco na hora. Nada foi alterado. Ajuste a configuração do servidor antes de usar.</source>
            <translation>The database does not promise to write to disk at once. Nothing was changed. Adjust the server's configuration first.</translation>
        </message>
        <message>
            <source>O cadastro desta pessoa mudou enquanto você editava. Nada foi gravado. Confira e salve de novo.</source>
            <translation>This person's record changed while you were editing. Nothing was saved. Check and save again.</translation>
        </message>
        <message>
            <source>O cadastro precisa de pelo menos um perfil. Nada foi separado. Escolha outro perfil.</source>
            <translation>A customer needs at least one handle. Nothing was split. Choose another handle.</translation>
        </message>
        <message>
            <source>O canal “{channel}” não existe aqui. Nada foi importado. Escolha um canal da lista.</source>
            <translation>The channel “{channel}” does not exist here. Nothing was imported. Choose a channel from the list.</translation>
        </message>
        <message>
            <source>O canal “{key}” não existe. O que você digitou continua aqui. Escolha um canal da lista.</source>
            <translation>The channel “{key}” does not exist. What you typed is still here. Choose a channel from the list.</translation>
        </message>
        <message>
            <source>O cofre de senhas do sistema não respondeu. Nada foi perdido. Desbloqueie o cofre e tente de novo.</source>
            <translation>The system's password store did not answer. Nothing was lost. Unlock it and try again.</translation>
        </message>
        <message>
            <source>O comentário passa de {longest} letras. Ele continua na tela. Encurte um pouco.</source>
            <translation>The comment has more than {longest} letters. It is still on the screen. Shorten it a little.</translation>
        </message>
        <message>
            <source>O contato passa de {limit} letras. Nada foi gravado. Encurte o texto.</source>
            <translation>The contact has more than {limit} letters. Nothing was saved. Shorten the text.</translation>
        </message>
        <message>
            <source>O crescimento por mês precisa ficar entre {low} % e {high} %. A previsão continua como estava. Corrija a porcentagem.</source>
            <translation>Growth per month must be between {low} % and {high} %. The forecast stays as it was. Fix the percentage.</translation>
        </message>
        <message>
            <source>O dicionário da equipe chegou a {limit} palavras. Nada foi gravado. Tire as que não usa mais.</source>
            <translation>The team dictionary has reached {limit} words. Nothing was saved. Remove those you no longer use.</translation>
        </message>
        <message>
            <source>O disco está cheio. Tudo o que já estava gravado está salvo e o que você digitou continua aqui. Libere espaço e tente de novo.</source>
            <translation>The disk is full. All that was written is safe and what you typed is still here. Free some space and try again.</translation>
        </message>
        <message>
            <source>O disco falhou ao ler ou gravar. O que já estava salvo não foi alterado. Copie o arquivo do banco para outro disco antes de continuar.</source>
            <translation>The disk failed while reading or writing. What was saved has not changed. Copy the database file to another disk before going on.</translation>
        </message>
        <message>
            <source>O e-mail não está completo. Nada foi gravado. Confira o endereço.</source>
            <translation>The e-mail is not complete. Nothing was saved. Check the address.</translation>
        </message>
        <message>
            <source>O efeito da campanha precisa ficar entre {low} % e {high} %. A previsão continua como estava. Corrija a porcentagem.</source>
            <translation>The effect of the campaign must be between {low} % and {high} %. The forecast stays as it was. Fix the percentage.</translation>
        </message>
        <message>
            <source>O eixo “{name}” veio com o Balcão e fica com quem já o carrega. Nada mudou.</source>
            <translation>The axis “{name}” came with Balcão and stays with whoever already carries it. Nothing changed.</translation>
        </message>
        <message>
            <source>O endereço do banco não está certo. Nada foi alterado. Confira servidor, nome e usuário.</source>
            <translation>The database's address is not right. Nothing was changed. Check server, name and user.</translation>
        </message>
        <message>
            <source>O estado “{state}” não é conhecido. Nada foi preenchido. Escolha um da lista.</source>
            <translation>The state “{state}” is not known. Nothing was filled in. Choose one from the list.</translation>
        </message>
        <message>
            <source>O fuso “{zone}” não existe neste computador. Nada foi gravado. Escolha um da lista.</source>
            <translation>The time zone “{zone}” does not exist on this computer. Nothing was saved. Choose one from the list.</translation>
        </message>
        <message>
            <source>O fuso “{zone}” não é conhecido. Nada foi importado. Escolha um fuso da lista.</source>
            <translation>The time zone “{zone}” is not known. Nothing was imported. Choose one from the list.</translation>
        </message>
        <message>
            <source>O horário “{name}” não abre em dia nenhum. Nada foi salvo. Abra pelo menos um dia da semana.</source>
            <translation>The opening hours “{name}” do not open on any day. Nothing was saved. Open at least one day of the week.</translation>
        </message>
        <message>
            <source>O intervalo {interval} ({day}) começa antes de o anterior terminar. Nada foi gravado. Separe ou junte os dois.</source>
            <translation>The interval {interval} ({day}) starts before the previous one ends. Nothing was saved. Separate or merge the two.</translation>
        </message>
        <message>
            <source>O intervalo {interval} ({day}) termina antes de começar. Nada foi gravado. Para passar da meia-noite, use dois: até 24:00 num dia e desde 00:00 no outro.</source>
            <translation>The interval {interval} ({day}) ends before it starts. Nothing was saved. To go past midnight, use two: until 24:00 on one day and from 00:00 on the next.</translation>
        </message>
        <message>
            <source>O nome da sala é longo demais (até {limit} letras). Encurte o nome.</source>
            <translation>The room's name is too long (up to {limit} letters). Shorten the name.</translation>
        </message>
        <message>
            <source>O nome da área passa de {limit} letras. Nada foi gravado. Encurte o nome.</source>
            <translation>The area's name has more than {limit} letters. Nothing was saved. Shorten the name.</translation>
        </message>
        <message>
            <source>O nome do filtro precisa ter de 1 a {longest} letras. Nada foi salvo. Escolha outro nome.</source>
            <translation>The filter's name needs 1 to {longest} letters. Nothing was saved. Choose another name.</translation>
        </message>
        <message>
            <source>O nome do relatório precisa ser novo e ter de 1 a {longest} letras. Escolha outro nome.</source>
            <translation>The report's name must be new and have 1 to {longest} letters. Choose another name.</translation>
        </message>
        <message>
            <source>O nome passa de {limit} letras. Nada foi gravado. Encurte e explique em “Quando usar”.</source>
            <translation>The name has more than {limit} letters. Nothing was saved. Shorten it and explain in “When to use”.</translation>
        </message>
        <message>
            <source>O nome passa de {limit} letras. Nada foi gravado. Use um nome mais curto.</source>
            <translation>The name has more than {limit} letters. Nothing was saved. Use a shorter name.</translation>
        </message>
        <message>
            <source>O perfil legal da empresa não tem essa obrigação hoje. Nada foi registrado. Confira Configurações, Prazos.</source>
            <translation>The company's legal profile does not have this duty today. Nothing was recorded. Check Settings, Deadlines.</translation>
        </message>
        <message>
            <source>O período não está certo. Nada foi alterado. Escolha um início antes do fim.</source>
            <translation>The period is not right. Nothing was changed. Choose a start before the end.</translation>
        </message>
        <message>
            <source>O prazo da promessa já passou. Nada foi gravado. Escolha um momento futuro.</source>
            <translation>The promise's time has passed. Nothing was saved. Choose a future moment.</translation>
        </message>
        <message>
            <source>O prazo precisa ter de 1 a 3.650 dias. Nada foi gravado.</source>
            <translation>The deadline must have from 1 to 3,650 days. Nothing was saved.</translation>
        </message>
        <message>
            <source>O prazo precisa ter de 1 minuto a {days} dias. Nada foi gravado. Corrija o prazo.</source>
            <translation>The deadline must have from 1 minute to {days} days. Nothing was saved. Correct the deadline.</translation>
        </message>
        <message>
            <source>O relatório não tem nenhum gráfico. Nada foi feito. Escolha pelo menos um.</source>
            <translation>The report has no charts. Nothing was done. Choose at least one.</translation>
        </message>
        <message>
            <source>O segredo é longo demais para o cofre (limite de {limit}). Nada foi gravado. Confira o que foi colado.</source>
            <translation>The secret is too long for the store (limit of {limit}). Nothing was saved. Check what was pasted.</translation>
        </message>
        <message>
            <source>O servidor do banco não responde. O que você digitou continua aqui e o que estava salvo não mudou. Confira a rede; o Balcão continua tentando.</source>
            <translation>The database server does not answer. What you typed is still here and what was saved has not changed. Check the network; Balcão keeps trying.</translation>
        </message>
        <message>
            <source>O servidor não aceitou o usuário ou a senha. Nada foi alterado. Confira os dois com quem cuida do servidor.</source>
            <translation>The server did not accept the user or the password. Nothing was changed. Check both with whoever looks after the server.</translation>
        </message>
        <message>
            <source>O telefone não está completo. Nada foi gravado. Informe o DDD e o número.</source>
            <translation>The telephone is not complete. Nothing was saved. Give area code and number.</translation>
        </message>
        <message>
            <source>O texto passa de {limit} caracteres. Nada foi gravado. Divida em dois materiais.</source>
            <translation>The text has more than {limit} characters. Nothing was saved. Split it into two materials.</translation>
        </message>
        <message>
            <source>O texto passa de {limit} caracteres. Nada foi gravado. Encurte um pouco.</source>
            <translation>The text has more than {limit} characters. Nothing was saved. Shorten it a little.</translation>
        </message>
        <message>
            <source>O texto passa de {limit} letras. Nada foi gravado. Encurte e tente de novo.</source>
            <translation>The text has more than {limit} letters. Nothing was saved. Shorten it and try again.</translation>
        </message>
        <message>
            <source>O texto passa de {longest} letras. Ele continua na tela. Encurte um pouco.</source>
            <translation>The text has more than {longest} letters. It is still on the screen. Shorten it a little.</translation>
        </message>
        <message>
            <source>O texto é longo demais (até {limit} letras). Ele continua aqui. Encurte e salve de novo.</source>
            <translation>The text is too long (up to {limit} letters). It is still here. Shorten it and save again.</translation>
        </message>
        <message>
            <source>O treino parou inesperadamente. As sugestões continuam como estavam e nada foi perdido. Tente de novo.</source>
            <translation>The training stopped unexpectedly. The suggestions are as they were and nothing was lost. Try again.</translation>
        </message>
        <message>
            <source>O volume do novo canal precisa ficar entre {low} % e {high} % do canal parecido. A previsão continua como estava. Corrija a porcentagem.</source>
            <translation>The new channel's volume must be between {low} % and {high} % of the similar channel. The forecast stays as it was. Fix the percentage.</translation>
        </message>
        <message>
            <source>Os atendimentos são de clientes diferentes. Nada foi juntado. Se for a mesma pessoa, una os cadastros antes.</source>
            <translation>The cases belong to different customers. Nothing was merged. If it is the same person, merge the customers first.</translation>
        </message>
        <message>
            <source>Os dias para comparar não estão certos. Nada foi feito. Escolha um início antes do fim.</source>
            <translation>The days to compare are not right. Nothing was done. Choose a start before the end.</translation>
        </message>
        <message>
            <source>Os dois tempos precisam ir de 1 minuto a 1 ano. Nada foi gravado. Escreva, por exemplo, 30 min, 2 h ou 1 dia útil.</source>
            <translation>Both times must be from 1 minute to 1 year. Nothing was saved. Write, for example, 30 min, 2 h or 1 d.</translation>
        </message>
        <message>
            <source>Os feriados só são conhecidos de {first} a {last}. Nada foi preenchido.</source>
            <translation>Holidays are only known from {first} to {last}. Nothing was filled in.</translation>
        </message>
        <message>
            <source>Outra entrada pelo navegador ainda está esperando neste computador. Nada foi alterado. Conclua ou cancele a outra e tente de novo.</source>
            <translation>Another browser sign-in is still waiting on this computer. Nothing was changed. Finish or cancel the other one and try again.</translation>
        </message>
        <message>
            <source>Outra estação está treinando as sugestões agora. Nada se perde: o resultado vale para toda a equipe. Espere alguns minutos.</source>
            <translation>Another workstation is training the suggestions now. Nothing is lost: the result applies to the whole team. Wait a few minutes.</translation>
        </message>
        <message>
            <source>Outra pessoa mudou a conta “{name}” enquanto você editava. O que você digitou continua aqui. Confira a mudança e salve de novo.</source>
            <translation>Someone else changed the account “{name}” while you were editing. What you typed is still here. Check the change and save again.</translation>
        </message>
        <message>
            <source>Outra pessoa mudou esta regra enquanto você editava. O que você digitou continua aqui. Confira a mudança e salve de novo.</source>
            <translation>Someone else changed this rule while you were editing. What you typed is still here. Check the change and save again.</translation>
        </message>
        <message>
            <source>Outra pessoa mudou esta sala enquanto você editava. O que você digitou continua aqui. Confira a mudança e salve de novo.</source>
            <translation>Someone else changed this room while you were editing. What you typed is still here. Check the change and save again.</translation>
        </message>
        <message>
            <source>Outra pessoa mudou esta área enquanto você editava. O que você digitou continua aqui. Confira a mudança e salve de novo.</source>
            <translation>Someone else changed this area while you were editing. What you typed is still here. Check the change and save again.</translation>
        </message>
        <message>
            <source>Outra pessoa mudou este horário enquanto você editava. Nada foi gravado por cima. Confira o que mudou e faça a sua mudança de novo.</source>
            <translation>Someone else changed these opening hours while you were editing. Nothing was saved over them. Check what changed and make your change again.</translation>
        </message>
        <message>
            <source>Outra pessoa mudou este material enquanto você editava. O que você digitou continua aqui. Confira a mudança e salve de novo.</source>
            <translation>Someone else changed this material while you were editing. What you typed is still here. Check the change and save again.</translation>
        </message>
        <message>
            <source>Outra pessoa mudou este modelo enquanto você editava. O que você digitou continua aqui. Confira a mudança e salve de novo.</source>
            <translation>Someone else changed this template while you were editing. What you typed is still here. Check the change and save again.</translation>
        </message>
        <message>
            <source>Outra pessoa mudou os prazos enquanto você editava. O que você digitou continua aqui. Confira a mudança e salve de novo.</source>
            <translation>Someone else changed the deadlines while you were editing. What you typed is still here. Check the change and save again.</translation>
        </message>
        <message>
            <source>Para encerrar ainda falta: {missing}. O atendimento continua aberto. Preencha e tente de novo.</source>
            <translation>To close, this is still missing: {missing}. The case stays open. Fill it in and try again.</translation>
        </message>
        <message>
            <source>Pelo menos uma menção precisa ficar no atendimento original. Nada foi separado. Desmarque alguma.</source>
            <translation>At least one mention must stay in the original case. Nothing was split. Unmark one.</translation>
        </message>
        <message>
            <source>Quem escreveu a posição não pode aprovar. O texto está guardado. Peça a outra pessoa da supervisão que aprove.</source>
            <translation>Whoever wrote the position cannot approve it. The text is saved. Ask another supervisor to approve it.</translation>
        </message>
        <message>
            <source>Quem escreveu a resposta não pode aprová-la. Ela continua esperando. Peça a outra pessoa da supervisão.</source>
            <translation>Whoever wrote the reply cannot approve it. It is still waiting. Ask someone else in supervision.</translation>
        </message>
        <message>
            <source>Quem representa a área precisa fazer parte dela. Nada foi gravado.</source>
            <translation>Whoever represents the area must be part of it. Nothing was saved.</translation>
        </message>
        <message>
            <source>Sem permissão para usar {path}. Nada foi alterado. Peça acesso à pasta ou escolha outra.</source>
            <translation>No permission to use {path}. Nothing was changed. Ask for access to the folder or choose another.</translation>
        </message>
        <message>
            <source>Seu perfil não permite isso. Nada foi alterado. Peça a quem é da supervisão ou administra o Balcão.</source>
            <translation>Your role does not allow this. Nothing was changed. Ask a supervisor or an administrator.</translation>
        </message>
        <message>
            <source>São itens demais para uma vez só (limite de {limit}). Nada foi alterado. Selecione menos ou use um filtro.</source>
            <translation>Too many items at once (limit of {limit}). Nothing was changed. Select fewer or use a filter.</translation>
        </message>
        <message>
            <source>São mais de {limit} termos. Nada foi gravado. Fique com os mais importantes.</source>
            <translation>There are more than {limit} terms. Nothing was saved. Keep the most important ones.</translation>
        </message>
        <message>
            <source>São menções demais de uma vez (até {limit}). Nada foi juntado. Junte aos poucos.</source>
            <translation>Too many mentions at once (up to {limit}). Nothing was added. Add them a few at a time.</translation>
        </message>
        <message>
            <source>Só uma palavra por vez entra no dicionário da equipe. Nada foi gravado. Confira as letras.</source>
            <translation>Only one word at a time goes into the team dictionary. Nothing was saved. Check the letters.</translation>
        </message>
        <message>
            <source>Só uma resposta pública já enviada vira material de apoio. Nada foi criado.</source>
            <translation>Only a public reply already sent becomes support material. Nothing was created.</translation>
        </message>
        <message>
            <source>Todo mundo vai poder ver: {names}. Nada foi enviado ainda. Confira se não há dados de ninguém no arquivo (fotos podem dizer onde e quando foram tiradas) e confirme o envio.</source>
            <translation>Everyone will be able to see: {names}. Nothing has been sent yet. Check that the file holds no one's personal data (photos can tell where and when they were taken) and confirm sending.</translation>
        </message>
        <message>
            <source>Um colega acabou de escrever outro comentário aqui. O seu texto continua na tela. Copie-o e abra de novo.</source>
            <translation>A colleague has just written another comment here. Your text is still on the screen. Copy it and open again.</translation>
        </message>
        <message>
            <source>Um colega já tratou esta menção. Nada foi perdido. A lista já mostra como ela está agora.</source>
            <translation>A colleague has already dealt with this mention. Nothing was lost. The list shows how it stands now.</translation>
        </message>
        <message>
            <source>Um colega mudou a regra “{name}”. A sua versão continua na tela. Confira e salve de novo.</source>
            <translation>A colleague changed the rule “{name}”. Your version is still on the screen. Check and save again.</translation>
        </message>
        <message>
            <source>Um colega mudou este cadastro enquanto você editava. O que você digitou continua aqui. Confira a mudança e salve de novo.</source>
            <translation>A colleague changed this customer while you were editing. What you typed is still here. Check the change and save again.</translation>
        </message>
        <message>
            <source>Um colega mudou este filtro salvo. A sua versão continua na tela. Confira e salve de novo.</source>
            <translation>A colleague changed this saved filter. Your version is still on the screen. Check and save again.</translation>
        </message>
        <message>
            <source>Um colega mudou este passo. O que você escreveu continua na tela. Copie, abra o passo de novo e confira.</source>
            <translation>A colleague changed this step. What you wrote is still on the screen. Copy it, open the step again and check.</translation>
        </message>
        <message>
            <source>Um colega mudou este relatório. O que você escreveu continua na tela. Confira e abra de novo.</source>
            <translation>A colleague changed this report. What you wrote is still on the screen. Check and open it again.</translation>
        </message>
        <message>
            <source>Um colega mudou ou excluiu esta ação. O que você escreveu continua na tela. Copie, feche e abra de novo.</source>
            <translation>A colleague changed or deleted this action. What you wrote is still on the screen. Copy it, close and open again.</translation>
        </message>
        <message>
            <source>Um colega mudou “{name}” enquanto você editava. O que você digitou continua na tela. Confira e salve de novo.</source>
            <translation>A colleague changed “{name}” while you were editing. What you typed is still on the screen. Check and save again.</translation>
        </message>
        <message>
            <source>Um colega salvou outra versão da folha. A sua continua na tela e a dele está na lista. Confira e siga.</source>
            <translation>A colleague saved another version of the sheet. Yours is still on the screen and theirs is in the list. Check and go on.</translation>
        </message>
        <message>
            <source>Um dos campos não pode ser usado assim. Nada foi gravado. Confira o campo destacado e tente de novo.</source>
            <translation>One of the fields cannot be used like this. Nothing was saved. Check the highlighted field and try again.</translation>
        </message>
        <message>
            <source>Um exercício não usa menções nem atendimentos de verdade. Nada foi alterado. Descreva a situação no texto do exercício, ou abra uma sala de verdade.</source>
            <translation>A drill does not use real mentions or cases. Nothing was changed. Describe the situation in the text of the drill, or open a real room.</translation>
        </message>
        <message>
            <source>Um item não pode ficar dentro dele mesmo. Nada foi movido. Escolha outro lugar.</source>
            <translation>An item cannot be inside itself. Nothing was moved. Choose another place.</translation>
        </message>
        <message>
            <source>Um número da regra “{name}” não serve. Nada foi gravado. Confira vezes, dias e nível.</source>
            <translation>A number in the rule “{name}” will not do. Nothing was saved. Check times, days and level.</translation>
        </message>
        <message>
            <source>Uma parte desta resposta já chegou ao cliente e não volta. Nada foi alterado. Tente de novo para enviar o que falta, ou marque como enviada.</source>
            <translation>Part of this reply has already reached the customer and can't be taken back. Nothing was changed. Try again to send the rest, or mark it as sent.</translation>
        </message>
        <message>
            <source>assunto</source>
            <translation>subject</translation>
        </message>
        <message>
            <source>cartão</source>
            <translation>card</translation>
        </message>
        <message>
            <source>documento</source>
            <translation>document</translation>
        </message>
        <message>
            <source>domingo</source>
            <translation>Sunday</translation>
        </message>
        <message>
            <source>dono</source>
            <translation>owner</translation>
        </message>
        <message>
            <source>e-mail</source>
            <translation>e-mail</translation>
        </message>
        <message>
            <source>endereço</source>
            <translation>address</translation>
        </message>
        <message>
            <source>frente</source>
            <translation>front</translation>
        </message>
        <message>
            <source>natureza</source>
            <translation>nature</translation>
        </message>
        <message>
            <source>nesta data</source>
            <translation>on this date</translation>
        </message>
        <message>
            <source>nota interna</source>
            <translation>internal note</translation>
        </message>
        <message>
            <source>número do pedido</source>
            <translation>order number</translation>
        </message>
        <message>
            <source>perfil de usuário</source>
            <translation>user profile</translation>
        </message>
        <message>
            <source>quarta-feira</source>
            <translation>Wednesday</translation>
        </message>
        <message>
            <source>quinta-feira</source>
            <translation>Thursday</translation>
        </message>
        <message>
            <source>resposta ao cliente</source>
            <translation>answer to the customer</translation>
        </message>
        <message>
            <source>segunda-feira</source>
            <translation>Monday</translation>
        </message>
        <message>
            <source>sentimento</source>
            <translation>sentiment</translation>
        </message>
        <message>
            <source>sexta-feira</source>
            <translation>Friday</translation>
        </message>
        <message>
            <source>situação</source>
            <translation>situation</translation>
        </message>
        <message>
            <source>solução</source>
            <translation>solution</translation>
        </message>
        <message>
            <source>sábado</source>
            <translation>Saturday</translation>
        </message>
        <message>
            <source>telefone</source>
            <translation>telephone</translation>
        </message>
        <message>
            <source>terça-feira</source>
            <translation>Tuesday</translation>
        </message>
        <message>
            <source>tipo de fechamento</source>
            <translation>closing kind</translation>
        </message>
        <message>
            <source>tipo de protocolo</source>
            <translation>protocol kind</translation>
        </message>
        <message>
            <source>{by} mudou este atendimento enquanto você trabalhava nele. O que você digitou continua aqui. Confira a mudança e envie de novo.</source>
            <translation>{by} changed this case while you were working on it. What you typed is still here. Check the change and send again.</translation>
        </message>
        <message>
            <source>{by} respondeu este cliente antes de você. A sua resposta não foi enviada e continua aqui. Leia a resposta dele e decida se ainda envia.</source>
            <translation>{by} answered this customer before you. Your reply was not sent and is still here. Read the other reply and decide whether to send.</translation>
        </message>
        <message>
            <source>{field}: o valor precisa ficar entre {low} e {high}. Nada foi gravado. Corrija este campo.</source>
            <translation>{field}: the value must be between {low} and {high}. Nothing was saved. Correct this field.</translation>
        </message>
        <message>
            <source>{name} já assumiu este alerta. Nada foi alterado. Combine com essa pessoa como dividir o trabalho.</source>
            <translation>{name} has already taken this alert. Nothing was changed. Agree with them how to share the work.</translation>
        </message>
        <message>
            <source>{name} é a última instância, e a equipe precisa de uma. Nada mudou. Escolha outra área como Ouvidoria antes.</source>
            <translation>{name} is the last instance, and the team needs one. Nothing changed. Choose another area as Ombudsman first.</translation>
        </message>
        <message>
            <source>{path} fica numa pasta de rede, e isso pode corromper o banco. Nada foi criado. Escolha uma pasta deste computador ou use um servidor para a equipe.</source>
            <translation>{path} is in a network folder, which can corrupt the database. Nothing was created. Choose a folder of this computer, or use a server for the team.</translation>
        </message>
        <message>
            <source>{path} fica numa pasta sincronizada ({product}), e isso pode corromper o banco. Nada foi criado. Escolha uma pasta só deste computador ou use um servidor para a equipe.</source>
            <translation>{path} is in a synchronised folder ({product}), which can corrupt the database. Nothing was created. Choose a folder of this computer only, or use a server for the team.</translation>
        </message>
        <message>
            <source>{path} não é um banco do Balcão. O arquivo não foi tocado. Escolha outro arquivo ou crie um banco novo.</source>
            <translation>{path} is not a Balcão database. The file was not touched. Choose another file or create a new database.</translation>
        </message>
        <message>
            <source>É a última pessoa que administra o Balcão. Nada foi alterado. Dê esse perfil a outra pessoa antes.</source>
            <translation>This is the last administrator. Nothing was changed. Give that role to someone else first.</translation>
        </message>
        <message>
            <source>É o mesmo atendimento. Nada foi juntado. Escolha outro.</source>
            <translation>It is the same case. Nothing was merged. Choose another.</translation>
        </message>
        <message>
            <source>“{color}” não é uma cor. Nada foi gravado. Escolha uma das cores ou escreva como #2f6fdb.</source>
            <translation>“{color}” is not a colour. Nothing was saved. Choose one of the colours or write it as #2f6fdb.</translation>
        </message>
        <message>
            <source>“{line}” não serve como contato da empresa. O que você digitou continua aqui. Confira o número, o CNPJ ou o domínio, que não pode ser de e-mail gratuito, e tente de novo.</source>
            <translation>“{line}” cannot be a company contact. What you typed is still here. Check the number, the CNPJ or the domain, which cannot be one of free e-mail, and try again.</translation>
        </message>
        <message>
            <source>“{name}” cresce demais ao ser aberto e pode ser perigoso. Nada foi importado. Confira de onde ele veio.</source>
            <translation>“{name}” grows too much when opened and may be dangerous. Nothing was imported. Check where it came from.</translation>
        </message>
        <message>
            <source>“{name}” está aposentado. Nada mudou. Traga esse item de volta antes de pôr outros nele.</source>
            <translation>“{name}” is retired. Nothing changed. Bring this item back before putting others in it.</translation>
        </message>
        <message>
            <source>“{name}” está incompleto. Nada foi importado. Baixe ou exporte o arquivo de novo.</source>
            <translation>“{name}” is incomplete. Nothing was imported. Download or export the file again.</translation>
        </message>
        <message>
            <source>“{name}” está vazio. Nada foi importado. Confira se a exportação terminou.</source>
            <translation>“{name}” is empty. Nothing was imported. Check whether the export finished.</translation>
        </message>
        <message>
            <source>“{name}” não foi encontrado. Nada foi importado. Confira se o arquivo foi movido ou apagado.</source>
            <translation>“{name}” was not found. Nothing was imported. Check whether the file was moved or deleted.</translation>
        </message>
        <message>
            <source>“{name}” não parece uma tabela nem mensagens. Nada foi importado. Use CSV, XLSX, JSON, mbox ou EML.</source>
            <translation>“{name}” looks neither like a table nor like messages. Nothing was imported. Use CSV, XLSX, JSON, mbox or EML.</translation>
        </message>
        <message>
            <source>“{name}” não pôde ser lido. Nada foi importado. Feche o arquivo em outros programas, confira se ele abre e tente de novo.</source>
            <translation>“{name}” could not be read. Nothing was imported. Close the file in other programs, check that it opens and try again.</translation>
        </message>
        <message>
            <source>“{name}” não tem a planilha “{sheet}”. Nada foi importado. Escolha outra planilha do arquivo.</source>
            <translation>“{name}” has no sheet “{sheet}”. Nothing was imported. Choose another sheet of the file.</translation>
        </message>
        <message>
            <source>“{name}” não tem linhas e colunas que se possam ler. Nada foi importado. Exporte de novo como CSV ou XLSX.</source>
            <translation>“{name}” has no rows and columns that can be read. Nothing was imported. Export it again as CSV or XLSX.</translation>
        </message>
        <message>
            <source>“{name}” tem senha. Nada foi importado. Salve uma cópia sem senha e tente de novo.</source>
            <translation>“{name}” has a password. Nothing was imported. Save a copy without a password and try again.</translation>
        </message>
        <message>
            <source>“{name}” é grande demais para ler de uma vez. Nada foi importado. Divida o arquivo ou exporte como CSV.</source>
            <translation>“{name}” is too large to read at once. Nothing was imported. Split the file or export it as CSV.</translation>
        </message>
        <message>
            <source>“{name}” é o horário da equipe: vale para quem não tem um próprio e não pode ser excluído. Mude os horários dele, se precisar.</source>
            <translation>“{name}” are the team's opening hours: they apply to those without hours of their own and cannot be deleted. Change the hours in them if you need to.</translation>
        </message>
        <message>
            <source>“{name}” é um arquivo compactado. Nada foi importado. Descompacte e escolha o arquivo de dentro.</source>
            <translation>“{name}” is a compressed file. Nothing was imported. Unpack it and choose the file inside.</translation>
        </message>
    </context>
    <context>
        <name>event_texts</name>
        <message>
            <source>A entrega da resposta está atrasada</source>
            <translation>Delivery of the reply is delayed</translation>
        </message>
        <message>
            <source>A rede não fez o que foi pedido com uma mensagem</source>
            <translation>The network didn't do what was asked with a message</translation>
        </message>
        <message>
            <source>A rede não ocultou, mostrou ou curtiu o que foi pedido</source>
            <translation>The network didn't hide, show or like what was asked</translation>
        </message>
        <message>
            <source>A resposta voltou: o endereço não a recebeu</source>
            <translation>The reply bounced: the address didn't receive it</translation>
        </message>
        <message>
            <source>Atendimento anterior: {title} · {state} · protocolo {protocol}</source>
            <translation>Earlier case: {title} · {state} · protocol {protocol}</translation>
        </message>
        <message>
            <source>Balcão</source>
            <translation>Counter</translation>
        </message>
        <message>
            <source>Não se sabe se a resposta chegou</source>
            <translation>It is not known whether the reply arrived</translation>
        </message>
        <message>
            <source>O cliente avaliou o atendimento: {score}</source>
            <translation>The customer rated the case: {score}</translation>
        </message>
        <message>
            <source>O cliente mudou o texto de uma mensagem</source>
            <translation>The customer changed the text of a message</translation>
        </message>
        <message>
            <source>O envio da resposta falhou</source>
            <translation>The reply could not be sent</translation>
        </message>
        <message>
            <source>Obrigação registrada: {norm}</source>
            <translation>Duty recorded: {norm}</translation>
        </message>
        <message>
            <source>Prazo perdido: {clock}</source>
            <translation>Missed deadline: {clock}</translation>
        </message>
        <message>
            <source>Você</source>
            <translation>You</translation>
        </message>
        <message>
            <source>obrigação legal</source>
            <translation>legal duty</translation>
        </message>
        <message>
            <source>um colega</source>
            <translation>a colleague</translation>
        </message>
        <message>
            <source>{who} abriu o atendimento</source>
            <translation>{who} opened the case</translation>
        </message>
        <message>
            <source>{who} abriu o atendimento a partir de outro</source>
            <translation>{who} opened the case from another</translation>
        </message>
        <message>
            <source>{who} abriu um atendimento para o pedido do histórico</source>
            <translation>{who} opened a case for the history request</translation>
        </message>
        <message>
            <source>{who} adiou para {when}</source>
            <translation>{who} snoozed until {when}</translation>
        </message>
        <message>
            <source>{who} anotou a satisfação: {score}</source>
            <translation>{who} recorded the satisfaction: {score}</translation>
        </message>
        <message>
            <source>{who} anotou o número do sistema externo</source>
            <translation>{who} recorded the number of the external system</translation>
        </message>
        <message>
            <source>{who} anulou o atendimento</source>
            <translation>{who} voided the case</translation>
        </message>
        <message>
            <source>{who} apagou a solução</source>
            <translation>{who} erased the solution</translation>
        </message>
        <message>
            <source>{who} aprovou a resposta</source>
            <translation>{who} approved the reply</translation>
        </message>
        <message>
            <source>{who} assumiu o atendimento</source>
            <translation>{who} took the case</translation>
        </message>
        <message>
            <source>{who} atribuiu a {owner}</source>
            <translation>{who} assigned to {owner}</translation>
        </message>
        <message>
            <source>{who} atribuiu o atendimento</source>
            <translation>{who} assigned the case</translation>
        </message>
        <message>
            <source>{who} classificou: {path}</source>
            <translation>{who} classified: {path}</translation>
        </message>
        <message>
            <source>{who} confirmou a sugestão: {path}</source>
            <translation>{who} confirmed the suggestion: {path}</translation>
        </message>
        <message>
            <source>{who} considerou a crítica fundamentada</source>
            <translation>{who} found the criticism well founded</translation>
        </message>
        <message>
            <source>{who} considerou a crítica não fundamentada</source>
            <translation>{who} found the criticism unfounded</translation>
        </message>
        <message>
            <source>{who} cumpriu a obrigação: {norm}</source>
            <translation>{who} met the duty: {norm}</translation>
        </message>
        <message>
            <source>{who} cumpriu a promessa</source>
            <translation>{who} kept the promise</translation>
        </message>
        <message>
            <source>{who} curtiu uma mensagem na rede</source>
            <translation>{who} liked a message on the network</translation>
        </message>
        <message>
            <source>{who} deixou em aberto se a crítica é fundamentada</source>
            <translation>{who} left open whether the criticism is well founded</translation>
        </message>
        <message>
            <source>{who} deixou o atendimento sem dono</source>
            <translation>{who} left the case without an owner</translation>
        </message>
        <message>
            <source>{who} descurtiu uma mensagem na rede</source>
            <translation>{who} unliked a message on the network</translation>
        </message>
        <message>
            <source>{who} desfez a união com o protocolo {protocol}</source>
            <translation>{who} undid the merge with protocol {protocol}</translation>
        </message>
        <message>
            <source>{who} desfez o último passo</source>
            <translation>{who} undid the last step</translation>
        </message>
        <message>
            <source>{who} disse por que o prazo foi perdido: {reason}</source>
            <translation>{who} said why the deadline was missed: {reason}</translation>
        </message>
        <message>
            <source>{who} encaminhou para {area}</source>
            <translation>{who} forwarded to {area}</translation>
        </message>
        <message>
            <source>{who} encerrou · {closing}</source>
            <translation>{who} closed · {closing}</translation>
        </message>
        <message>
            <source>{who} escreveu a solução</source>
            <translation>{who} wrote the solution</translation>
        </message>
        <message>
            <source>{who} informou o protocolo ao cliente</source>
            <translation>{who} told the customer the protocol</translation>
        </message>
        <message>
            <source>{who} juntou mensagens a este atendimento</source>
            <translation>{who} joined messages to this case</translation>
        </message>
        <message>
            <source>{who} levou à Ouvidoria</source>
            <translation>{who} took it to the Ombudsman</translation>
        </message>
        <message>
            <source>{who} marcou a promessa como não cumprida</source>
            <translation>{who} marked the promise as not kept</translation>
        </message>
        <message>
            <source>{who} marcou situação grave</source>
            <translation>{who} marked a grave situation</translation>
        </message>
        <message>
            <source>{who} mudou a data do pós-atendimento</source>
            <translation>{who} changed the follow-up date</translation>
        </message>
        <message>
            <source>{who} mudou a marca VIP</source>
            <translation>{who} changed the VIP mark</translation>
        </message>
        <message>
            <source>{who} mudou horários ou metas: os prazos foram refeitos</source>
            <translation>{who} changed opening hours or targets: the deadlines were worked out again</translation>
        </message>
        <message>
            <source>{who} mudou o atendimento</source>
            <translation>{who} changed the case</translation>
        </message>
        <message>
            <source>{who} mudou o título</source>
            <translation>{who} changed the title</translation>
        </message>
        <message>
            <source>{who} passou a aguardar o cliente</source>
            <translation>{who} set it to wait for the customer</translation>
        </message>
        <message>
            <source>{who} pediu para mostrar de novo uma mensagem na rede</source>
            <translation>{who} asked to show a message again on the network</translation>
        </message>
        <message>
            <source>{who} pediu para ocultar uma mensagem na rede</source>
            <translation>{who} asked to hide a message on the network</translation>
        </message>
        <message>
            <source>{who} pediu à rede para mostrar de novo uma mensagem</source>
            <translation>{who} asked the network to show a message again</translation>
        </message>
        <message>
            <source>{who} pediu à rede para ocultar uma mensagem</source>
            <translation>{who} asked the network to hide a message</translation>
        </message>
        <message>
            <source>{who} prometeu “{promise}” até {when}</source>
            <translation>{who} promised “{promise}” by {when}</translation>
        </message>
        <message>
            <source>{who} pôs a resposta na fila de novo</source>
            <translation>{who} put the reply in the queue again</translation>
        </message>
        <message>
            <source>{who} reabriu: {reason}</source>
            <translation>{who} reopened: {reason}</translation>
        </message>
        <message>
            <source>{who} registrou a obrigação: {norm}</source>
            <translation>{who} recorded the duty: {norm}</translation>
        </message>
        <message>
            <source>{who} registrou o atendimento</source>
            <translation>{who} registered the case</translation>
        </message>
        <message>
            <source>{who} registrou o pedido do histórico do protocolo {protocol}</source>
            <translation>{who} recorded the history request for protocol {protocol}</translation>
        </message>
        <message>
            <source>{who} resolveu o atendimento</source>
            <translation>{who} resolved the case</translation>
        </message>
        <message>
            <source>{who} retomou o atendimento</source>
            <translation>{who} resumed the case</translation>
        </message>
        <message>
            <source>{who} separou mensagens em outro atendimento</source>
            <translation>{who} split messages off into another case</translation>
        </message>
        <message>
            <source>{who} tirou a curtida de uma mensagem na rede</source>
            <translation>{who} removed the like from a message on the network</translation>
        </message>
        <message>
            <source>{who} tirou a marca de situação grave</source>
            <translation>{who} removed the mark of grave situation</translation>
        </message>
        <message>
            <source>{who} tirou uma classificação</source>
            <translation>{who} removed a classification</translation>
        </message>
        <message>
            <source>{who} trouxe de volta à fila</source>
            <translation>{who} brought it back to the queue</translation>
        </message>
        <message>
            <source>{who} uniu este atendimento ao protocolo {protocol}</source>
            <translation>{who} merged this case into protocol {protocol}</translation>
        </message>
        <message>
            <source>{who} uniu o protocolo {protocol} a este</source>
            <translation>{who} merged protocol {protocol} into this one</translation>
        </message>
    </context>
    <context>
        <name>explain</name>
        <message>
            <source>Dia</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>O que contou</source>
            <translation>What counted</translation>
        </message>
        <message>
            <source>O relógio está parado: o prazo volta a contar quando o atendimento seguir.</source>
            <translation>The clock is paused: the deadline counts again when the case moves on.</translation>
        </message>
        <message>
            <source>Prazo: {due}</source>
            <translation>Deadline: {due}</translation>
        </message>
        <message>
            <source>Tempo</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>começa a contar às {time}</source>
            <translation>starts counting at {time}</translation>
        </message>
        <message>
            <source>cumprido {when}</source>
            <translation>met {when}</translation>
        </message>
        <message>
            <source>data especial</source>
            <translation>special date</translation>
        </message>
        <message>
            <source>feito com atraso {when}</source>
            <translation>done late {when}</translation>
        </message>
        <message>
            <source>parado até {until}: {reason}</source>
            <translation>paused until {until}: {reason}</translation>
        </message>
        <message>
            <source>sem data</source>
            <translation>no date</translation>
        </message>
        <message>
            <source>{name}: fechado</source>
            <translation>{name}: closed</translation>
        </message>
        <message>
            <source>{name}: horário próprio</source>
            <translation>{name}: hours of its own</translation>
        </message>
    </context>
    <context>
        <name>export_texts</name>
        <message>
            <source>1 é o mais grave; vazio quando não há.</source>
            <translation>1 is the most serious; empty when there is none.</translation>
        </message>
        <message>
            <source>1º nível, 2º nível ou Ouvidoria.</source>
            <translation>1st level, 2nd level or Ombudsman.</translation>
        </message>
        <message>
            <source>A conta da empresa que recebeu.</source>
            <translation>The company account that received it.</translation>
        </message>
        <message>
            <source>A nota dada no canal, na escala dele.</source>
            <translation>The rating given on the channel, on its own scale.</translation>
        </message>
        <message>
            <source>A nota do cliente, de 1 a 5.</source>
            <translation>The customer's rating, from 1 to 5.</translation>
        </message>
        <message>
            <source>A ordem no histórico, sem saltos.</source>
            <translation>The order in the history, with no gaps.</translation>
        </message>
        <message>
            <source>A regra que a separou sozinha.</source>
            <translation>The rule that set it aside by itself.</translation>
        </message>
        <message>
            <source>A resposta do cliente a “foi resolvido?”.</source>
            <translation>The customer's answer to “was it resolved?”.</translation>
        </message>
        <message>
            <source>A sigla do idioma: pt, es, en…</source>
            <translation>The language code: pt, es, en…</translation>
        </message>
        <message>
            <source>A solução escrita.</source>
            <translation>The written solution.</translation>
        </message>
        <message>
            <source>A triar</source>
            <translation>To triage</translation>
        </message>
        <message>
            <source>A triar, Monitorar, Ignorada ou Em caso.</source>
            <translation>To triage, Monitor, Ignored or In a case.</translation>
        </message>
        <message>
            <source>A área com quem o caso está.</source>
            <translation>The area the case is with.</translation>
        </message>
        <message>
            <source>Aberto em</source>
            <translation>Opened on</translation>
        </message>
        <message>
            <source>Aguardando cliente</source>
            <translation>Waiting for customer</translation>
        </message>
        <message>
            <source>Aguardando área</source>
            <translation>Waiting for area</translation>
        </message>
        <message>
            <source>Ainda sugerido</source>
            <translation>Still suggested</translation>
        </message>
        <message>
            <source>Alcance</source>
            <translation>Reach</translation>
        </message>
        <message>
            <source>Anulado</source>
            <translation>Voided</translation>
        </message>
        <message>
            <source>Atendimentos</source>
            <translation>Cases</translation>
        </message>
        <message>
            <source>Ato</source>
            <translation>Act</translation>
        </message>
        <message>
            <source>Autor</source>
            <translation>Author</translation>
        </message>
        <message>
            <source>Canal</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Cliente</source>
            <translation>Customer</translation>
        </message>
        <message>
            <source>Cliente diz resolvido</source>
            <translation>Customer says resolved</translation>
        </message>
        <message>
            <source>Compartilhamentos</source>
            <translation>Shares</translation>
        </message>
        <message>
            <source>Conta</source>
            <translation>Account</translation>
        </message>
        <message>
            <source>Curtidas</source>
            <translation>Likes</translation>
        </message>
        <message>
            <source>Desabafo, Dúvida, Elogio…</source>
            <translation>Vent, Question, Praise…</translation>
        </message>
        <message>
            <source>Detalhes</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>Dia e hora</source>
            <translation>Day and time</translation>
        </message>
        <message>
            <source>Dia e hora da publicação, no fuso da empresa.</source>
            <translation>Day and time of the post, in the company's time zone.</translation>
        </message>
        <message>
            <source>Dirigida à marca</source>
            <translation>Aimed at the brand</translation>
        </message>
        <message>
            <source>Em atendimento</source>
            <translation>In service</translation>
        </message>
        <message>
            <source>Em caso</source>
            <translation>In a case</translation>
        </message>
        <message>
            <source>Empresa</source>
            <translation>Company</translation>
        </message>
        <message>
            <source>Encaminhado</source>
            <translation>Forwarded</translation>
        </message>
        <message>
            <source>Endereço</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Estado</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Estado no sistema</source>
            <translation>State in the system</translation>
        </message>
        <message>
            <source>Fechado</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Fechado 1º nível</source>
            <translation>Closed at 1st level</translation>
        </message>
        <message>
            <source>Fechado 2º nível</source>
            <translation>Closed at 2nd level</translation>
        </message>
        <message>
            <source>Fechado Ouvidoria</source>
            <translation>Closed by the Ombudsman</translation>
        </message>
        <message>
            <source>Fechado em</source>
            <translation>Closed on</translation>
        </message>
        <message>
            <source>Fechamento</source>
            <translation>Closing</translation>
        </message>
        <message>
            <source>Histórico</source>
            <translation>History</translation>
        </message>
        <message>
            <source>Idioma</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Ignorada</source>
            <translation>Ignored</translation>
        </message>
        <message>
            <source>Informação</source>
            <translation>Information</translation>
        </message>
        <message>
            <source>Informação, Solicitação ou Reclamação.</source>
            <translation>Information, Request or Complaint.</translation>
        </message>
        <message>
            <source>Iniciado por</source>
            <translation>Started by</translation>
        </message>
        <message>
            <source>Menções</source>
            <translation>Mentions</translation>
        </message>
        <message>
            <source>Misto</source>
            <translation>Mixed</translation>
        </message>
        <message>
            <source>Monitorar</source>
            <translation>Monitor</translation>
        </message>
        <message>
            <source>Motivo</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Na última leitura do canal.</source>
            <translation>At the last reading of the channel.</translation>
        </message>
        <message>
            <source>Negativo</source>
            <translation>Negative</translation>
        </message>
        <message>
            <source>Neutro</source>
            <translation>Neutral</translation>
        </message>
        <message>
            <source>No fuso da empresa.</source>
            <translation>In the company's time zone.</translation>
        </message>
        <message>
            <source>Nota na origem</source>
            <translation>Rating at the source</translation>
        </message>
        <message>
            <source>Novo</source>
            <translation>New</translation>
        </message>
        <message>
            <source>Novo, Em atendimento, Resolvido, Fechado…</source>
            <translation>New, In service, Resolved, Closed…</translation>
        </message>
        <message>
            <source>Nível de crise</source>
            <translation>Crisis level</translation>
        </message>
        <message>
            <source>Número</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Número no sistema</source>
            <translation>Number in the system</translation>
        </message>
        <message>
            <source>O @ ou endereço de quem falou.</source>
            <translation>The @ or address of who spoke.</translation>
        </message>
        <message>
            <source>O atendente que cuida do caso.</source>
            <translation>The attendant who looks after the case.</translation>
        </message>
        <message>
            <source>O caminho na árvore: “Atendimento › Demora”.</source>
            <translation>The path in the tree: “Atendimento › Demora”.</translation>
        </message>
        <message>
            <source>O cliente a quem o perfil pertence.</source>
            <translation>The customer the profile belongs to.</translation>
        </message>
        <message>
            <source>O código do ato, o mesmo em todas as versões.</source>
            <translation>The code of the act, the same in every version.</translation>
        </message>
        <message>
            <source>O dia do pós-atendimento.</source>
            <translation>The day of the follow-up.</translation>
        </message>
        <message>
            <source>O endereço da publicação.</source>
            <translation>The address of the post.</translation>
        </message>
        <message>
            <source>O estado de lá.</source>
            <translation>The state over there.</translation>
        </message>
        <message>
            <source>O motivo dado ao ignorar ou monitorar.</source>
            <translation>The reason given when ignoring or monitoring.</translation>
        </message>
        <message>
            <source>O nome de quem falou, como aparece no canal.</source>
            <translation>The name of who spoke, as it appears on the channel.</translation>
        </message>
        <message>
            <source>O número da menção neste banco.</source>
            <translation>The mention's number in this database.</translation>
        </message>
        <message>
            <source>O número de lá.</source>
            <translation>The number over there.</translation>
        </message>
        <message>
            <source>O outro sistema em que o caso está.</source>
            <translation>The other system the case is in.</translation>
        </message>
        <message>
            <source>O prazo da primeira resposta.</source>
            <translation>The deadline for the first response.</translation>
        </message>
        <message>
            <source>O prazo da solução.</source>
            <translation>The deadline for the solution.</translation>
        </message>
        <message>
            <source>O protocolo do atendimento.</source>
            <translation>The protocol of the case.</translation>
        </message>
        <message>
            <source>O que acionou a matriz.</source>
            <translation>What set off the matrix.</translation>
        </message>
        <message>
            <source>O que era e o que passou a ser.</source>
            <translation>What it was and what it became.</translation>
        </message>
        <message>
            <source>O texto inteiro.</source>
            <translation>The whole text.</translation>
        </message>
        <message>
            <source>O título ou assunto.</source>
            <translation>The title or subject.</translation>
        </message>
        <message>
            <source>Onde foi dito.</source>
            <translation>Where it was said.</translation>
        </message>
        <message>
            <source>Ordem</source>
            <translation>Order</translation>
        </message>
        <message>
            <source>Origem do sentimento</source>
            <translation>Origin of the sentiment</translation>
        </message>
        <message>
            <source>Os eixos que ninguém confirmou.</source>
            <translation>The axes nobody confirmed.</translation>
        </message>
        <message>
            <source>Palavras de crise</source>
            <translation>Crisis words</translation>
        </message>
        <message>
            <source>Pelo cliente ou pela empresa.</source>
            <translation>By the customer or by the company.</translation>
        </message>
        <message>
            <source>Perfil</source>
            <translation>Profile</translation>
        </message>
        <message>
            <source>Pessoa</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Pessoas alcançadas ou seguidores, como o canal informa.</source>
            <translation>People reached or followers, as the channel tells it.</translation>
        </message>
        <message>
            <source>Positivo</source>
            <translation>Positive</translation>
        </message>
        <message>
            <source>Positivo, Neutro, Misto ou Negativo.</source>
            <translation>Positive, Neutral, Mixed or Negative.</translation>
        </message>
        <message>
            <source>Prazo legal</source>
            <translation>Legal deadline</translation>
        </message>
        <message>
            <source>Primeira resposta em</source>
            <translation>First response on</translation>
        </message>
        <message>
            <source>Privada</source>
            <translation>Private</translation>
        </message>
        <message>
            <source>Protocolo</source>
            <translation>Protocol</translation>
        </message>
        <message>
            <source>Publicada em</source>
            <translation>Published on</translation>
        </message>
        <message>
            <source>Pública</source>
            <translation>Public</translation>
        </message>
        <message>
            <source>Pública ou privada</source>
            <translation>Public or private</translation>
        </message>
        <message>
            <source>Quando o Balcão a recebeu.</source>
            <translation>When Balcão received it.</translation>
        </message>
        <message>
            <source>Quantas vezes foi reaberto.</source>
            <translation>How many times it was reopened.</translation>
        </message>
        <message>
            <source>Quem fez; vazio quando foi o próprio Balcão.</source>
            <translation>Who did it; empty when it was Balcão itself.</translation>
        </message>
        <message>
            <source>Reaberto</source>
            <translation>Reopened</translation>
        </message>
        <message>
            <source>Reaberturas</source>
            <translation>Reopenings</translation>
        </message>
        <message>
            <source>Recebida em</source>
            <translation>Received on</translation>
        </message>
        <message>
            <source>Reclamação</source>
            <translation>Complaint</translation>
        </message>
        <message>
            <source>Regra de entrada</source>
            <translation>Intake rule</translation>
        </message>
        <message>
            <source>Resolver até</source>
            <translation>Resolve by</translation>
        </message>
        <message>
            <source>Resolvido</source>
            <translation>Resolved</translation>
        </message>
        <message>
            <source>Resolvido em</source>
            <translation>Resolved on</translation>
        </message>
        <message>
            <source>Responder até</source>
            <translation>Reply by</translation>
        </message>
        <message>
            <source>Responsável</source>
            <translation>Person in charge</translation>
        </message>
        <message>
            <source>Respostas recebidas</source>
            <translation>Replies received</translation>
        </message>
        <message>
            <source>Retorno em</source>
            <translation>Follow-up on</translation>
        </message>
        <message>
            <source>Satisfação</source>
            <translation>Satisfaction</translation>
        </message>
        <message>
            <source>Se alguma vez foi a uma área.</source>
            <translation>Whether it ever went to an area.</translation>
        </message>
        <message>
            <source>Se está marcado para vigiar a repercussão.</source>
            <translation>Whether it is marked to watch how it spreads.</translation>
        </message>
        <message>
            <source>Se falava com a marca.</source>
            <translation>Whether it spoke to the brand.</translation>
        </message>
        <message>
            <source>Se foi sugerido ou confirmado por uma pessoa.</source>
            <translation>Whether it was suggested, or confirmed by a person.</translation>
        </message>
        <message>
            <source>Se o cliente é VIP.</source>
            <translation>Whether the customer is VIP.</translation>
        </message>
        <message>
            <source>Se outras pessoas podiam ler.</source>
            <translation>Whether other people could read it.</translation>
        </message>
        <message>
            <source>Sentimento</source>
            <translation>Sentiment</translation>
        </message>
        <message>
            <source>Sistema da empresa</source>
            <translation>Company system</translation>
        </message>
        <message>
            <source>Situação</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Situação grave</source>
            <translation>Grave case</translation>
        </message>
        <message>
            <source>Situação na triagem</source>
            <translation>Situation in triage</translation>
        </message>
        <message>
            <source>Solicitação</source>
            <translation>Request</translation>
        </message>
        <message>
            <source>Solução</source>
            <translation>Solution</translation>
        </message>
        <message>
            <source>Tem hora</source>
            <translation>Has time</translation>
        </message>
        <message>
            <source>Texto</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Tipo de protocolo</source>
            <translation>Kind of protocol</translation>
        </message>
        <message>
            <source>Título</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>Um por eixo</source>
            <translation>One per axis</translation>
        </message>
        <message>
            <source>Unido</source>
            <translation>Merged</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>VIP</translation>
        </message>
        <message>
            <source>Vazio enquanto aberto.</source>
            <translation>Empty while open.</translation>
        </message>
        <message>
            <source>Vazio enquanto não foi.</source>
            <translation>Empty until it is.</translation>
        </message>
        <message>
            <source>Vazio enquanto não houve.</source>
            <translation>Empty until there is one.</translation>
        </message>
        <message>
            <source>Vazio quando nenhuma norma o dá.</source>
            <translation>Empty when no norm sets it.</translation>
        </message>
        <message>
            <source>confirmado</source>
            <translation>confirmed</translation>
        </message>
        <message>
            <source>não</source>
            <translation>no</translation>
        </message>
        <message>
            <source>sim</source>
            <translation>yes</translation>
        </message>
        <message>
            <source>sugerido</source>
            <translation>suggested</translation>
        </message>
        <message>
            <source>Área</source>
            <translation>Area</translation>
        </message>
        <message>
            <source>“não” quando a origem só disse o dia.</source>
            <translation>“no” when the source gave only the day.</translation>
        </message>
    </context>
    <context>
        <name>fact_texts</name>
        <message>
            <source>(no começo: {value});</source>
            <translation>(at the start: {value});</translation>
        </message>
        <message>
            <source>({value} do peso).</source>
            <translation>({value} of the weight).</translation>
        </message>
        <message>
            <source>1ª resposta no prazo: {value};</source>
            <translation>1st response on time: {value};</translation>
        </message>
        <message>
            <source>9 de cada 10 em até {value}.</source>
            <translation>9 out of 10 within {value}.</translation>
        </message>
        <message>
            <source>Em aberto no fim: {value}</source>
            <translation>Open at the end: {value}</translation>
        </message>
        <message>
            <source>Esforço primeiro em: {value}.</source>
            <translation>Effort first on: {value}.</translation>
        </message>
        <message>
            <source>Mediana do período: {value};</source>
            <translation>Median of the period: {value};</translation>
        </message>
        <message>
            <source>Melhor: {value}.</source>
            <translation>Best: {value}.</translation>
        </message>
        <message>
            <source>Nota média do período: {value},</source>
            <translation>Average rating of the period: {value},</translation>
        </message>
        <message>
            <source>O que mais pesa: {value}</source>
            <translation>What weighs most: {value}</translation>
        </message>
        <message>
            <source>Para cultivar: {value}.</source>
            <translation>To nurture: {value}.</translation>
        </message>
        <message>
            <source>Pior sentimento: {value}.</source>
            <translation>Worst sentiment: {value}.</translation>
        </message>
        <message>
            <source>Previsão: mais {value} menções (faixa de 80 %).</source>
            <translation>Forecast: {value} more mentions (80 % range).</translation>
        </message>
        <message>
            <source>alcance somado: {value}.</source>
            <translation>total reach: {value}.</translation>
        </message>
        <message>
            <source>e {value} encerrados.</source>
            <translation>and {value} closed.</translation>
        </message>
        <message>
            <source>e {value} publicações nossas;</source>
            <translation>and {value} posts of ours;</translation>
        </message>
        <message>
            <source>em {value} avaliações.</source>
            <translation>in {value} ratings.</translation>
        </message>
        <message>
            <source>resolução no prazo: {value}.</source>
            <translation>resolution in time: {value}.</translation>
        </message>
        <message>
            <source>{value} abertos</source>
            <translation>{value} opened</translation>
        </message>
        <message>
            <source>{value} ainda em aberto.</source>
            <translation>{value} still open.</translation>
        </message>
        <message>
            <source>{value} chegam com o balcão fechado.</source>
            <translation>{value} arrive with the counter closed.</translation>
        </message>
        <message>
            <source>{value} confirmadas por uma pessoa.</source>
            <translation>{value} confirmed by a person.</translation>
        </message>
        <message>
            <source>{value} confirmados por uma pessoa.</source>
            <translation>{value} confirmed by a person.</translation>
        </message>
        <message>
            <source>{value} cumpridas entre as vencidas;</source>
            <translation>{value} of those due were kept;</translation>
        </message>
        <message>
            <source>{value} dentro dos dois limites.</source>
            <translation>{value} within both limits.</translation>
        </message>
        <message>
            <source>{value} dos abertos no período.</source>
            <translation>{value} of those opened in the period.</translation>
        </message>
        <message>
            <source>{value} encaminhados.</source>
            <translation>{value} forwarded.</translation>
        </message>
        <message>
            <source>{value} encerrados no 1º nível;</source>
            <translation>{value} closed at the 1st level;</translation>
        </message>
        <message>
            <source>{value} menções por pessoa.</source>
            <translation>{value} mentions per person.</translation>
        </message>
        <message>
            <source>{value} negativas.</source>
            <translation>{value} negative.</translation>
        </message>
        <message>
            <source>{value} no prazo.</source>
            <translation>{value} in time.</translation>
        </message>
        <message>
            <source>{value} respostas</source>
            <translation>{value} answers</translation>
        </message>
        <message>
            <source>{value} viraram atendimento.</source>
            <translation>{value} became cases.</translation>
        </message>
    </context>
    <context>
        <name>filter_texts</name>
        <message>
            <source>Classificação</source>
            <translation>Classification</translation>
        </message>
        <message>
            <source>De uma importação</source>
            <translation>From an import</translation>
        </message>
        <message>
            <source>Misto</source>
            <translation>Mixed</translation>
        </message>
        <message>
            <source>Negativo</source>
            <translation>Negative</translation>
        </message>
        <message>
            <source>Neutro</source>
            <translation>Neutral</translation>
        </message>
        <message>
            <source>Por regra de entrada</source>
            <translation>By intake rule</translation>
        </message>
        <message>
            <source>Positivo</source>
            <translation>Positive</translation>
        </message>
        <message>
            <source>Privadas</source>
            <translation>Private</translation>
        </message>
        <message>
            <source>Públicas</source>
            <translation>Public</translation>
        </message>
        <message>
            <source>Sem sentimento</source>
            <translation>No sentiment</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>VIP</translation>
        </message>
        <message>
            <source>até {until}</source>
            <translation>until {until}</translation>
        </message>
        <message>
            <source>desde {since}</source>
            <translation>since {since}</translation>
        </message>
        <message>
            <source>domingo</source>
            <translation>Sunday</translation>
        </message>
        <message>
            <source>quarta</source>
            <translation>Wednesday</translation>
        </message>
        <message>
            <source>quinta</source>
            <translation>Thursday</translation>
        </message>
        <message>
            <source>segunda</source>
            <translation>Monday</translation>
        </message>
        <message>
            <source>sexta</source>
            <translation>Friday</translation>
        </message>
        <message>
            <source>sábado</source>
            <translation>Saturday</translation>
        </message>
        <message>
            <source>terça</source>
            <translation>Tuesday</translation>
        </message>
        <message>
            <source>{hour}h às {next}h</source>
            <translation>{hour}:00 to {next}:00</translation>
        </message>
        <message>
            <source>{since} a {until}</source>
            <translation>{since} to {until}</translation>
        </message>
    </context>
    <context>
        <name>flow_texts</name>
        <message>
            <source>A resposta da área chegou ao cliente; falta encerrar.</source>
            <translation>The area's answer reached the customer; the case is still to be closed.</translation>
        </message>
        <message>
            <source>Aguardando cliente</source>
            <translation>Waiting for customer</translation>
        </message>
        <message>
            <source>Atender e classificar</source>
            <translation>Attend and classify</translation>
        </message>
        <message>
            <source>Atendimentos de clientes VIP abertos hoje. Com regra, vão direto para a área.</source>
            <translation>Cases of VIP customers opened today. With a rule, they go straight to the area.</translation>
        </message>
        <message>
            <source>Atendimentos novos: ler o que o cliente já falou antes da primeira resposta.</source>
            <translation>New cases: read what the customer has already said before the first response.</translation>
        </message>
        <message>
            <source>Autor VIP ou crítico</source>
            <translation>VIP or critical author</translation>
        </message>
        <message>
            <source>Com uma área, no prazo dela. O cliente continua sendo avisado.</source>
            <translation>With an area, within its deadline. The customer is still kept informed.</translation>
        </message>
        <message>
            <source>Dia marcado para perguntar de novo: satisfação e “ficou resolvido?”.</source>
            <translation>Day set to ask again: satisfaction and “is it resolved?”.</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>E-mails recebidos hoje.</source>
            <translation>E-mails received today.</translation>
        </message>
        <message>
            <source>Encerrados hoje com a resposta de uma área.</source>
            <translation>Closed today with an area's answer.</translation>
        </message>
        <message>
            <source>Encerrados hoje pela Ouvidoria.</source>
            <translation>Closed today by the Ombudsman.</translation>
        </message>
        <message>
            <source>Falta uma informação do cliente; o prazo fica parado.</source>
            <translation>Something is missing from the customer; the deadline is paused.</translation>
        </message>
        <message>
            <source>Fechado 1º nível</source>
            <translation>Closed at 1st level</translation>
        </message>
        <message>
            <source>Fechado 2º nível</source>
            <translation>Closed at 2nd level</translation>
        </message>
        <message>
            <source>Fechado Ouvidoria</source>
            <translation>Closed by the Ombudsman</translation>
        </message>
        <message>
            <source>Histórico</source>
            <translation>History</translation>
        </message>
        <message>
            <source>Identificação</source>
            <translation>Identification</translation>
        </message>
        <message>
            <source>Informação ou dúvida: respondida com material de apoio e encerrada.</source>
            <translation>Information or question: answered with support material and closed.</translation>
        </message>
        <message>
            <source>Menções públicas e mensagens das redes, recebidas hoje.</source>
            <translation>Public mentions and messages from the networks, received today.</translation>
        </message>
        <message>
            <source>Monitorar ou ignorar</source>
            <translation>Monitor or ignore</translation>
        </message>
        <message>
            <source>O que não pede resposta: só monitorar, ou ignorar com motivo.</source>
            <translation>What asks for no answer: just monitor, or ignore with a reason.</translation>
        </message>
        <message>
            <source>Ouvidoria</source>
            <translation>Ombudsman</translation>
        </message>
        <message>
            <source>Protocolos dados hoje e informados ao cliente.</source>
            <translation>Protocols given today and told to the customer.</translation>
        </message>
        <message>
            <source>Publicação no perfil</source>
            <translation>Post on the profile</translation>
        </message>
        <message>
            <source>Pós-atendimento</source>
            <translation>Follow-up</translation>
        </message>
        <message>
            <source>Reconhecer o que é caso de atendimento.</source>
            <translation>Recognise what is a customer-service case.</translation>
        </message>
        <message>
            <source>Registro e protocolo</source>
            <translation>Record and protocol</translation>
        </message>
        <message>
            <source>Responder, classificar, pedir o que falta e dizer o que vem depois.</source>
            <translation>Answer, classify, ask for what is missing and say what comes next.</translation>
        </message>
        <message>
            <source>Solução</source>
            <translation>Solution</translation>
        </message>
        <message>
            <source>agora</source>
            <translation>now</translation>
        </message>
        <message>
            <source>hoje</source>
            <translation>today</translation>
        </message>
        <message>
            <source>Área (2º nível)</source>
            <translation>Area (2nd level)</translation>
        </message>
        <message>
            <source>Última instância: o que o cliente contestou.</source>
            <translation>Last instance: what the customer disputed.</translation>
        </message>
    </context>
    <context>
        <name>forecast_texts</name>
        <message>
            <source>A campanha de {since} a {until} fica fora dos dias previstos e não muda nada.</source>
            <translation>The campaign from {since} to {until} falls outside the forecast days and changes nothing.</translation>
        </message>
        <message>
            <source>A faixa de 80 % acertou {held} % das vezes, a de 95 % acertou {more} %.</source>
            <translation>The 80 % range was right {held} % of the time, the 95 % range {more} %.</translation>
        </message>
        <message>
            <source>A previsão precisa de {needed} dias de movimento e há {known}. Faltam {more}.</source>
            <translation>The forecast needs {needed} days of activity and {known} are known. {more} to go.</translation>
        </message>
        <message>
            <source>Aberto</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>Ainda há pouco histórico para dizer quantas vezes a faixa acerta.</source>
            <translation>There is still too little history to say how often the range is right.</translation>
        </message>
        <message>
            <source>Ainda não chegou nenhuma menção. A previsão aparece aqui depois de quatro semanas de movimento.</source>
            <translation>No mention has arrived yet. The forecast appears here after four weeks of activity.</translation>
        </message>
        <message>
            <source>Ainda não dá para testar esta previsão: faltam dias recentes com movimento conhecido.</source>
            <translation>This forecast cannot be tested yet: recent days with known activity are missing.</translation>
        </message>
        <message>
            <source>Desistem (%)</source>
            <translation>Give up (%)</translation>
        </message>
        <message>
            <source>Dia</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>Dia da semana</source>
            <translation>Day of the week</translation>
        </message>
        <message>
            <source>Erro do teste: {error} % (ingênuo sazonal: {naive} %).</source>
            <translation>Test error: {error} % (seasonal naive: {naive} %).</translation>
        </message>
        <message>
            <source>Escaladas</source>
            <translation>Rostered</translation>
        </message>
        <message>
            <source>Fim</source>
            <translation>End</translation>
        </message>
        <message>
            <source>Histórico de {since} a {until}.</source>
            <translation>History from {since} to {until}.</translation>
        </message>
        <message>
            <source>Hora</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>Início</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>Máximo (80 %)</source>
            <translation>Maximum (80 %)</translation>
        </message>
        <message>
            <source>Máximo (95 %)</source>
            <translation>Maximum (95 %)</translation>
        </message>
        <message>
            <source>Método: {method}.</source>
            <translation>Method: {method}.</translation>
        </message>
        <message>
            <source>Mês</source>
            <translation>Month</translation>
        </message>
        <message>
            <source>Mínimo (80 %)</source>
            <translation>Minimum (80 %)</translation>
        </message>
        <message>
            <source>Mínimo (95 %)</source>
            <translation>Minimum (95 %)</translation>
        </message>
        <message>
            <source>Nenhum método foi melhor que o ingênuo sazonal, por isso a previsão repete {what}.</source>
            <translation>No method was better than the seasonal naive, so the forecast repeats {what}.</translation>
        </message>
        <message>
            <source>No horário mais cheio ({day}, {time}), {n} escaladas.</source>
            <translation>At the busiest time ({day}, {time}), {n} rostered.</translation>
        </message>
        <message>
            <source>No prazo (%)</source>
            <translation>On time (%)</translation>
        </message>
        <message>
            <source>O balcão não tem horário aberto na semana, então não há quem escalar. Abra o horário primeiro.</source>
            <translation>The counter has no open hours in the week, so there is nobody to roster. Set the opening hours first.</translation>
        </message>
        <message>
            <source>O teste alcança menos tempo que a previsão: a faixa do fim foi alargada.</source>
            <translation>The test covers less time than the forecast: the range at the end was widened.</translation>
        </message>
        <message>
            <source>Ocupação (%)</source>
            <translation>Occupancy (%)</translation>
        </message>
        <message>
            <source>Os dados terminam aí: a previsão começa no dia seguinte, não hoje.</source>
            <translation>The data ends there: the forecast starts the day after, not today.</translation>
        </message>
        <message>
            <source>Pausas e ausências</source>
            <translation>Breaks and absences</translation>
        </message>
        <message>
            <source>Previsão</source>
            <translation>Forecast</translation>
        </message>
        <message>
            <source>Receptivo</source>
            <translation>Inbound</translation>
        </message>
        <message>
            <source>Relacionamento ativo</source>
            <translation>Active relationship</translation>
        </message>
        <message>
            <source>Respostas na hora</source>
            <translation>Answers right away</translation>
        </message>
        <message>
            <source>Respostas sem pressa</source>
            <translation>Unhurried answers</translation>
        </message>
        <message>
            <source>Semana típica entre {since} e {until}, sem contar feriados.</source>
            <translation>Typical week between {since} and {until}, not counting holidays.</translation>
        </message>
        <message>
            <source>Tempo por resposta: {time}, digitado ({n} de {needed} respostas medidas até agora).</source>
            <translation>Time per answer: {time}, typed in ({n} of {needed} answers measured so far).</translation>
        </message>
        <message>
            <source>Tempo por resposta: {time}, medido em {n} respostas dos últimos 90 dias.</source>
            <translation>Time per answer: {time}, measured on {n} answers from the last 90 days.</translation>
        </message>
        <message>
            <source>Testado a partir de {n} datas do passado.</source>
            <translation>Tested from {n} past dates.</translation>
        </message>
        <message>
            <source>a última semana</source>
            <translation>the last week</translation>
        </message>
        <message>
            <source>mesma época do ano passado</source>
            <translation>same time last year</translation>
        </message>
        <message>
            <source>média das últimas quatro semanas</source>
            <translation>average of the last four weeks</translation>
        </message>
        <message>
            <source>média de nível, tendência e ano passado</source>
            <translation>average of level, trend and last year</translation>
        </message>
        <message>
            <source>não</source>
            <translation>no</translation>
        </message>
        <message>
            <source>nível das últimas semanas</source>
            <translation>level of the last weeks</translation>
        </message>
        <message>
            <source>o mesmo dia do ano passado</source>
            <translation>the same day last year</translation>
        </message>
        <message>
            <source>previsão do dia repartida pelas horas de costume</source>
            <translation>day's forecast spread over the usual hours</translation>
        </message>
        <message>
            <source>repetir a última semana</source>
            <translation>repeat the last week</translation>
        </message>
        <message>
            <source>sim</source>
            <translation>yes</translation>
        </message>
        <message>
            <source>tendência das últimas semanas</source>
            <translation>trend of the last weeks</translation>
        </message>
        <message>
            <source>{method}: erro de {wape} % do volume, {mae} menções por vez</source>
            <translation>{method}: error of {wape} % of the volume, {mae} mentions each time</translation>
        </message>
        <message>
            <source>{n} dias sem captura não contam como silêncio.</source>
            <translation>{n} days without capture do not count as silence.</translation>
        </message>
        <message>
            <source>{n} h</source>
            <translation>{n} h</translation>
        </message>
        <message>
            <source>{n} min</source>
            <translation>{n} min</translation>
        </message>
        <message>
            <source>{n} pessoas contratadas, com {hours} horas por semana cada.</source>
            <translation>{n} people hired, at {hours} hours a week each.</translation>
        </message>
        <message>
            <source>{n} s</source>
            <translation>{n} s</translation>
        </message>
        <message>
            <source>{share} % das menções pedem resposta; {late} % das respostas são de canais sem pressa.</source>
            <translation>{share} % of mentions ask for an answer; {late} % of answers are on unhurried channels.</translation>
        </message>
        <message>
            <source>{share} % das menções que pedem resposta chegam com o balcão fechado e esperam a abertura.</source>
            <translation>{share} % of the mentions that ask for an answer arrive with the counter closed and wait for it to open.</translation>
        </message>
        <message>
            <source>{share} % das respostas saem em até {time} (meta: {goal} %).</source>
            <translation>{share} % of answers go out within {time} (goal: {goal} %).</translation>
        </message>
        <message>
            <source>{text}, média de {mape} % por vez</source>
            <translation>{text}, {mape} % on average each time</translation>
        </message>
    </context>
    <context>
        <name>headline</name>
        <message>
            <source>1ª resposta (mediana)</source>
            <translation>1st response (median)</translation>
        </message>
        <message>
            <source>1ª resposta no prazo</source>
            <translation>1st response on time</translation>
        </message>
        <message>
            <source>Atendíveis</source>
            <translation>Serviceable</translation>
        </message>
        <message>
            <source>Crises no limite</source>
            <translation>Crises within the limit</translation>
        </message>
        <message>
            <source>Menções</source>
            <translation>Mentions</translation>
        </message>
        <message>
            <source>Satisfação</source>
            <translation>Satisfaction</translation>
        </message>
        <message>
            <source>ainda sem dados</source>
            <translation>no data yet</translation>
        </message>
        <message>
            <source>de todos os canais</source>
            <translation>of all channels</translation>
        </message>
        <message>
            <source>igual na comparação</source>
            <translation>as in the other period</translation>
        </message>
        <message>
            <source>nenhuma no período</source>
            <translation>none in the period</translation>
        </message>
        <message>
            <source>o outro período tem outra duração</source>
            <translation>the other period has another length</translation>
        </message>
        <message>
            <source>sem comparação</source>
            <translation>nothing to compare</translation>
        </message>
        <message>
            <source>sem os outros filtros</source>
            <translation>without the other filters</translation>
        </message>
        <message>
            <source>todas no limite</source>
            <translation>all within the limit</translation>
        </message>
        <message>
            <source>{change} na comparação</source>
            <translation>{change} against the other period</translation>
        </message>
        <message>
            <source>{met} de {total}</source>
            <translation>{met} of {total}</translation>
        </message>
        <message>
            <source>{n} fora do limite</source>
            <translation>{n} past the limit</translation>
        </message>
        <message>
            <source>{n} p.p.</source>
            <translation>{n} p.p.</translation>
        </message>
        <message>
            <source>{share} % do total</source>
            <translation>{share} % of the total</translation>
        </message>
    </context>
    <context>
        <name>help_actions</name>
        <message>
            <source>Ajuda</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>Buscar na ajuda</source>
            <translation>Search the help</translation>
        </message>
        <message>
            <source>Próxima página da ajuda</source>
            <translation>Next help page</translation>
        </message>
        <message>
            <source>Página anterior da ajuda</source>
            <translation>Previous help page</translation>
        </message>
        <message>
            <source>Voltar à página que estava aberta</source>
            <translation>Back to the page that was open</translation>
        </message>
    </context>
    <context>
        <name>hours_texts</name>
        <message>
            <source>24 horas</source>
            <translation>24 hours</translation>
        </message>
        <message>
            <source>Acre (Rio Branco)</source>
            <translation>Acre (Rio Branco)</translation>
        </message>
        <message>
            <source>Alagoas e Sergipe (Maceió)</source>
            <translation>Alagoas and Sergipe (Maceió)</translation>
        </message>
        <message>
            <source>Amapá e leste do Pará (Belém)</source>
            <translation>Amapá and eastern Pará (Belém)</translation>
        </message>
        <message>
            <source>Amazonas (Manaus)</source>
            <translation>Amazonas (Manaus)</translation>
        </message>
        <message>
            <source>Bahia (Salvador)</source>
            <translation>Bahia (Salvador)</translation>
        </message>
        <message>
            <source>Brasília (São Paulo, Rio, Sul e Sudeste)</source>
            <translation>Brasília (São Paulo, Rio, South and Southeast)</translation>
        </message>
        <message>
            <source>Ceará, Maranhão, Piauí, Rio Grande do Norte e Paraíba (Fortaleza)</source>
            <translation>Ceará, Maranhão, Piauí, Rio Grande do Norte and Paraíba (Fortaleza)</translation>
        </message>
        <message>
            <source>Faltam os feriados de {years}. Sem eles, os prazos contam esses dias como dias de trabalho.</source>
            <translation>The holidays of {years} are missing. Without them, the deadlines count those days as working days.</translation>
        </message>
        <message>
            <source>Fernando de Noronha</source>
            <translation>Fernando de Noronha</translation>
        </message>
        <message>
            <source>Mato Grosso (Cuiabá)</source>
            <translation>Mato Grosso (Cuiabá)</translation>
        </message>
        <message>
            <source>Mato Grosso do Sul (Campo Grande)</source>
            <translation>Mato Grosso do Sul (Campo Grande)</translation>
        </message>
        <message>
            <source>Oeste do Amazonas (Eirunepé)</source>
            <translation>Western Amazonas (Eirunepé)</translation>
        </message>
        <message>
            <source>Oeste do Pará (Santarém)</source>
            <translation>Western Pará (Santarém)</translation>
        </message>
        <message>
            <source>Pernambuco (Recife)</source>
            <translation>Pernambuco (Recife)</translation>
        </message>
        <message>
            <source>Rondônia (Porto Velho)</source>
            <translation>Rondônia (Porto Velho)</translation>
        </message>
        <message>
            <source>Roraima (Boa Vista)</source>
            <translation>Roraima (Boa Vista)</translation>
        </message>
        <message>
            <source>Tocantins (Araguaína)</source>
            <translation>Tocantins (Araguaína)</translation>
        </message>
        <message>
            <source>estadual</source>
            <translation>state</translation>
        </message>
        <message>
            <source>facultativo</source>
            <translation>optional</translation>
        </message>
        <message>
            <source>falta o nome</source>
            <translation>the name is missing</translation>
        </message>
        <message>
            <source>faltam colunas: data; nome; horário</source>
            <translation>columns missing: date; name; hours</translation>
        </message>
        <message>
            <source>fechado</source>
            <translation>closed</translation>
        </message>
        <message>
            <source>meio dia</source>
            <translation>half day</translation>
        </message>
        <message>
            <source>municipal</source>
            <translation>municipal</translation>
        </message>
        <message>
            <source>nacional</source>
            <translation>national</translation>
        </message>
        <message>
            <source>não entendi o horário “{detail}”</source>
            <translation>I did not understand the hours “{detail}”</translation>
        </message>
        <message>
            <source>não é uma data: “{detail}”</source>
            <translation>not a date: “{detail}”</translation>
        </message>
        <message>
            <source>outro horário</source>
            <translation>other hours</translation>
        </message>
        <message>
            <source>plantão</source>
            <translation>on duty</translation>
        </message>
        <message>
            <source>próprio</source>
            <translation>our own</translation>
        </message>
        <message>
            <source>{detail} começa antes de o anterior terminar</source>
            <translation>{detail} starts before the previous one ends</translation>
        </message>
        <message>
            <source>{detail} já apareceu antes</source>
            <translation>{detail} has already appeared</translation>
        </message>
        <message>
            <source>{detail} termina antes de começar</source>
            <translation>{detail} ends before it starts</translation>
        </message>
    </context>
    <context>
        <name>inbox_actions</name>
        <message>
            <source>Abrir atendimento</source>
            <translation>Open case</translation>
        </message>
        <message>
            <source>Abrir o item da lista</source>
            <translation>Open the item of the list</translation>
        </message>
        <message>
            <source>Adiar os marcados</source>
            <translation>Snooze the marked ones</translation>
        </message>
        <message>
            <source>Atribuir os marcados</source>
            <translation>Assign the marked ones</translation>
        </message>
        <message>
            <source>Buscar nesta lista</source>
            <translation>Search this list</translation>
        </message>
        <message>
            <source>Exportar a lista inteira</source>
            <translation>Export the whole list</translation>
        </message>
        <message>
            <source>Filtrar a lista</source>
            <translation>Filter the list</translation>
        </message>
        <message>
            <source>Ignorar</source>
            <translation>Ignore</translation>
        </message>
        <message>
            <source>Ir para o anterior da lista</source>
            <translation>Go to the previous in the list</translation>
        </message>
        <message>
            <source>Ir para o próximo da lista</source>
            <translation>Go to the next in the list</translation>
        </message>
        <message>
            <source>Juntar a um atendimento</source>
            <translation>Join to a case</translation>
        </message>
        <message>
            <source>Limpar filtros</source>
            <translation>Clear filters</translation>
        </message>
        <message>
            <source>Lista da entrada</source>
            <translation>Inbox list</translation>
        </message>
        <message>
            <source>Marcar até o anterior</source>
            <translation>Mark up to the previous</translation>
        </message>
        <message>
            <source>Marcar até o próximo</source>
            <translation>Mark up to the next</translation>
        </message>
        <message>
            <source>Marcar ou desmarcar</source>
            <translation>Mark or unmark</translation>
        </message>
        <message>
            <source>Marcar tudo</source>
            <translation>Mark all</translation>
        </message>
        <message>
            <source>Monitorar</source>
            <translation>Monitor</translation>
        </message>
        <message>
            <source>Mostrar as novidades da lista</source>
            <translation>Show the news of the list</translation>
        </message>
        <message>
            <source>Próximo caso</source>
            <translation>Next case</translation>
        </message>
        <message>
            <source>Salvar filtro</source>
            <translation>Save filter</translation>
        </message>
        <message>
            <source>Sentimento misto</source>
            <translation>Mixed sentiment</translation>
        </message>
        <message>
            <source>Sentimento negativo</source>
            <translation>Negative sentiment</translation>
        </message>
        <message>
            <source>Sentimento neutro</source>
            <translation>Neutral sentiment</translation>
        </message>
        <message>
            <source>Sentimento positivo</source>
            <translation>Positive sentiment</translation>
        </message>
        <message>
            <source>Triagem</source>
            <translation>Triage</translation>
        </message>
        <message>
            <source>Voltar para A triar</source>
            <translation>Back to triage</translation>
        </message>
        <message>
            <source>Voltar para a lista</source>
            <translation>Back to the list</translation>
        </message>
    </context>
    <context>
        <name>inbox_header</name>
        <message>
            <source>Mais antigas</source>
            <translation>Oldest</translation>
        </message>
        <message>
            <source>Mais novas</source>
            <translation>Newest</translation>
        </message>
        <message>
            <source>Prazo</source>
            <translation>Deadline</translation>
        </message>
    </context>
    <context>
        <name>intake_texts</name>
        <message>
            <source>A linha inteira tem mais de 8 MB.</source>
            <translation>The whole row is larger than 8 MB.</translation>
        </message>
        <message>
            <source>A linha não é um objeto JSON.</source>
            <translation>The row is no JSON object.</translation>
        </message>
        <message>
            <source>A linha tem mais ou menos colunas que o título ({value}).</source>
            <translation>The row has more or fewer columns than the heading ({value}).</translation>
        </message>
        <message>
            <source>Alcance</source>
            <translation>Reach</translation>
        </message>
        <message>
            <source>Autor</source>
            <translation>Author</translation>
        </message>
        <message>
            <source>Balcão da loja</source>
            <translation>Shop counter</translation>
        </message>
        <message>
            <source>Blog</source>
            <translation>Blog</translation>
        </message>
        <message>
            <source>Brasília</source>
            <translation>Brasília</translation>
        </message>
        <message>
            <source>CPF ou CNPJ</source>
            <translation>CPF or CNPJ</translation>
        </message>
        <message>
            <source>Caixa de e-mails (mbox)</source>
            <translation>Mailbox (mbox)</translation>
        </message>
        <message>
            <source>Canal</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Cidade</source>
            <translation>City</translation>
        </message>
        <message>
            <source>Comentários</source>
            <translation>Comments</translation>
        </message>
        <message>
            <source>Compartilhamentos</source>
            <translation>Shares</translation>
        </message>
        <message>
            <source>Concluída</source>
            <translation>Complete</translation>
        </message>
        <message>
            <source>Conversa</source>
            <translation>Conversation</translation>
        </message>
        <message>
            <source>Conversa do WhatsApp</source>
            <translation>WhatsApp conversation</translation>
        </message>
        <message>
            <source>Cuiabá</source>
            <translation>Cuiabá</translation>
        </message>
        <message>
            <source>Curtidas</source>
            <translation>Likes</translation>
        </message>
        <message>
            <source>Código na origem</source>
            <translation>Code at the source</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>E-mail (EML)</source>
            <translation>E-mail (EML)</translation>
        </message>
        <message>
            <source>E-mail do cliente</source>
            <translation>Customer’s e-mail</translation>
        </message>
        <message>
            <source>Em andamento</source>
            <translation>Under way</translation>
        </message>
        <message>
            <source>Em resposta a</source>
            <translation>In reply to</translation>
        </message>
        <message>
            <source>Estado (UF)</source>
            <translation>State</translation>
        </message>
        <message>
            <source>Falta a data.</source>
            <translation>The date is missing.</translation>
        </message>
        <message>
            <source>Falta o texto.</source>
            <translation>The text is missing.</translation>
        </message>
        <message>
            <source>Fernando de Noronha</source>
            <translation>Fernando de Noronha</translation>
        </message>
        <message>
            <source>Fórum</source>
            <translation>Forum</translation>
        </message>
        <message>
            <source>Hora</source>
            <translation>Hour</translation>
        </message>
        <message>
            <source>Há sinais que não puderam ser lidos.</source>
            <translation>Some characters could not be read.</translation>
        </message>
        <message>
            <source>Idioma</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Interrompida</source>
            <translation>Interrupted</translation>
        </message>
        <message>
            <source>JSON</source>
            <translation>JSON</translation>
        </message>
        <message>
            <source>JSON, um por linha</source>
            <translation>JSON, one a line</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Link</translation>
        </message>
        <message>
            <source>Manaus</source>
            <translation>Manaus</translation>
        </message>
        <message>
            <source>Nota</source>
            <translation>Rating</translation>
        </message>
        <message>
            <source>Notícias (RSS)</source>
            <translation>News (RSS)</translation>
        </message>
        <message>
            <source>O JSON desta linha está quebrado.</source>
            <translation>The JSON of this row is broken.</translation>
        </message>
        <message>
            <source>O arquivo acaba no meio desta linha.</source>
            <translation>The file ends in the middle of this row.</translation>
        </message>
        <message>
            <source>O e-mail não pôde ser lido.</source>
            <translation>The e-mail could not be read.</translation>
        </message>
        <message>
            <source>Outro</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>Parou com erro</source>
            <translation>Stopped by an error</translation>
        </message>
        <message>
            <source>Perfil do autor</source>
            <translation>Author’s handle</translation>
        </message>
        <message>
            <source>Planilha</source>
            <translation>Spreadsheet</translation>
        </message>
        <message>
            <source>Rio Branco</source>
            <translation>Rio Branco</translation>
        </message>
        <message>
            <source>Tabela CSV</source>
            <translation>CSV table</translation>
        </message>
        <message>
            <source>Telefone</source>
            <translation>Telephone</translation>
        </message>
        <message>
            <source>Telefone do cliente</source>
            <translation>Customer’s telephone</translation>
        </message>
        <message>
            <source>Texto</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Título</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>Um campo tem mais de 1 MB.</source>
            <translation>A field is larger than 1 MB.</translation>
        </message>
        <message>
            <source>Uma aspa foi aberta e não foi fechada.</source>
            <translation>A quotation mark was opened and never closed.</translation>
        </message>
        <message>
            <source>ano-mês-dia</source>
            <translation>year-month-day</translation>
        </message>
        <message>
            <source>apagada a pedido do cliente</source>
            <translation>erased at the customer’s request</translation>
        </message>
        <message>
            <source>barra vertical</source>
            <translation>vertical bar</translation>
        </message>
        <message>
            <source>data de e-mail</source>
            <translation>e-mail date</translation>
        </message>
        <message>
            <source>data impossível ou ausente</source>
            <translation>date impossible or missing</translation>
        </message>
        <message>
            <source>data no futuro</source>
            <translation>date in the future</translation>
        </message>
        <message>
            <source>dia/mês/ano</source>
            <translation>day/month/year</translation>
        </message>
        <message>
            <source>escrita por nós</source>
            <translation>written by us</translation>
        </message>
        <message>
            <source>grande demais</source>
            <translation>too large</translation>
        </message>
        <message>
            <source>ilegível</source>
            <translation>unreadable</translation>
        </message>
        <message>
            <source>linha quebrada</source>
            <translation>broken row</translation>
        </message>
        <message>
            <source>mês/dia/ano</source>
            <translation>month/day/year</translation>
        </message>
        <message>
            <source>não usar</source>
            <translation>do not use</translation>
        </message>
        <message>
            <source>número do Excel</source>
            <translation>Excel number</translation>
        </message>
        <message>
            <source>ponto e vírgula</source>
            <translation>semicolon</translation>
        </message>
        <message>
            <source>segundos desde 1970</source>
            <translation>seconds since 1970</translation>
        </message>
        <message>
            <source>sem texto</source>
            <translation>without text</translation>
        </message>
        <message>
            <source>tabulação</source>
            <translation>tab</translation>
        </message>
        <message>
            <source>vírgula</source>
            <translation>comma</translation>
        </message>
        <message>
            <source>{kind}, separada por {sign}</source>
            <translation>{kind}, separated by {sign}</translation>
        </message>
        <message>
            <source>É uma mensagem nossa: só as do cliente viram menções.</source>
            <translation>This is one of our messages: only the customer's become mentions.</translation>
        </message>
        <message>
            <source>“{value}” não é uma data possível.</source>
            <translation>“{value}” is no possible date.</translation>
        </message>
    </context>
    <context>
        <name>key_dialog</name>
        <message>
            <source>As senhas das contas ficam lacradas com uma chave que só os computadores da equipe têm. Em um computador novo, digite aqui o código mostrado em um que já tem a chave.</source>
            <translation>Account passwords are sealed with a key that only the team's computers have. On a new computer, enter here the code shown on one that already has the key.</translation>
        </message>
        <message>
            <source>Chave da equipe</source>
            <translation>Team key</translation>
        </message>
        <message>
            <source>Guardar neste computador</source>
            <translation>Save on this computer</translation>
        </message>
    </context>
    <context>
        <name>makers</name>
        <message>
            <source>Quem exporta dados é a supervisão ou a análise.</source>
            <translation>Supervisors and analysts export data.</translation>
        </message>
    </context>
    <context>
        <name>navigation</name>
        <message>
            <source>A aprovar</source>
            <translation>To approve</translation>
        </message>
        <message>
            <source>A triar</source>
            <translation>To triage</translation>
        </message>
        <message>
            <source>Adiados</source>
            <translation>Snoozed</translation>
        </message>
        <message>
            <source>Aguardando cliente</source>
            <translation>Waiting for customer</translation>
        </message>
        <message>
            <source>Aguardando área</source>
            <translation>Waiting for area</translation>
        </message>
        <message>
            <source>Ajuda</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>Clientes</source>
            <translation>Customers</translation>
        </message>
        <message>
            <source>Configurações</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Crise</source>
            <translation>Crisis</translation>
        </message>
        <message>
            <source>Encerrados</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Entrada</source>
            <translation>Inbox</translation>
        </message>
        <message>
            <source>Filtros salvos</source>
            <translation>Saved filters</translation>
        </message>
        <message>
            <source>Ignoradas</source>
            <translation>Ignored</translation>
        </message>
        <message>
            <source>Importar</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>Menções</source>
            <translation>Mentions</translation>
        </message>
        <message>
            <source>Meus</source>
            <translation>Mine</translation>
        </message>
        <message>
            <source>Minha área</source>
            <translation>My area</translation>
        </message>
        <message>
            <source>Monitorar</source>
            <translation>Monitor</translation>
        </message>
        <message>
            <source>Nada aqui agora.</source>
            <translation>Nothing here now.</translation>
        </message>
        <message>
            <source>Nenhum atendimento esperando resposta da sua área.</source>
            <translation>No case waiting for your area's answer.</translation>
        </message>
        <message>
            <source>Nenhuma resposta esperando aprovação.</source>
            <translation>No reply waiting for approval.</translation>
        </message>
        <message>
            <source>Relatórios</source>
            <translation>Reports</translation>
        </message>
        <message>
            <source>Sem dono</source>
            <translation>Unowned</translation>
        </message>
        <message>
            <source>Sem motivo</source>
            <translation>Without a reason</translation>
        </message>
        <message>
            <source>Sem retorno</source>
            <translation>Without a word</translation>
        </message>
        <message>
            <source>Todas as menções</source>
            <translation>All mentions</translation>
        </message>
        <message>
            <source>Todo prazo perdido já tem o seu motivo.</source>
            <translation>Every missed deadline has its reason.</translation>
        </message>
        <message>
            <source>Todos os atendimentos</source>
            <translation>All cases</translation>
        </message>
        <message>
            <source>Todos os clientes tiveram notícia dentro do prazo.</source>
            <translation>All customers have had news within the deadline.</translation>
        </message>
        <message>
            <source>Trabalho</source>
            <translation>Work</translation>
        </message>
        <message>
            <source>Vencendo</source>
            <translation>Due soon</translation>
        </message>
    </context>
    <context>
        <name>network_texts</name>
        <message>
            <source>A conta da empresa, com chave própria. A rede cobra por uso; há um limite por dia.</source>
            <translation>The company account, with its own key. The network charges by use; there is a daily limit.</translation>
        </message>
        <message>
            <source>A conta profissional ligada a uma página do Facebook: comentários, marcações e mensagens.</source>
            <translation>The professional account linked to a Facebook page: comments, tags and messages.</translation>
        </message>
        <message>
            <source>A página da empresa: comentários, publicações e mensagens.</source>
            <translation>The company page: comments, posts and messages.</translation>
        </message>
        <message>
            <source>A rede cobra por item lido. Com 0, nada é lido; ao chegar ao limite, a leitura para até amanhã.</source>
            <translation>The network charges per item read. With 0 nothing is read; at the limit, reading stops until tomorrow.</translation>
        </message>
        <message>
            <source>A senha de aplicativo precisa dessa permissão.</source>
            <translation>The app password needs this permission.</translation>
        </message>
        <message>
            <source>Aparece ao lado do endereço, como “SAC da Loja”.</source>
            <translation>Appears next to the address, like “Shop Support”.</translation>
        </message>
        <message>
            <source>Avaliações do aplicativo, com a chave de uma conta de serviço.</source>
            <translation>App reviews, with a service account key.</translation>
        </message>
        <message>
            <source>Blogs</source>
            <translation>Blogs</translation>
        </message>
        <message>
            <source>CPF da pessoa autorizada</source>
            <translation>CPF of the authorised person</translation>
        </message>
        <message>
            <source>Chave da API</source>
            <translation>API key</translation>
        </message>
        <message>
            <source>Chave da conta de serviço</source>
            <translation>Service account key</translation>
        </message>
        <message>
            <source>Chave de acesso</source>
            <translation>Access key</translation>
        </message>
        <message>
            <source>Chave do robô</source>
            <translation>Bot key</translation>
        </message>
        <message>
            <source>Cole o arquivo JSON inteiro.</source>
            <translation>Paste the whole JSON file.</translation>
        </message>
        <message>
            <source>Com senha de aplicativo</source>
            <translation>With an app password</translation>
        </message>
        <message>
            <source>Comentários dos vídeos do canal, com chave do Google.</source>
            <translation>Comments on the channel's videos, with a Google key.</translation>
        </message>
        <message>
            <source>Comentários em publicações mais velhas não são lidos.</source>
            <translation>Comments on older posts aren't read.</translation>
        </message>
        <message>
            <source>Como br.com.loja.app.</source>
            <translation>Like br.com.loja.app.</translation>
        </message>
        <message>
            <source>Como entrar</source>
            <translation>How to sign in</translation>
        </message>
        <message>
            <source>Como loja.bsky.social.</source>
            <translation>Like loja.bsky.social.</translation>
        </message>
        <message>
            <source>Como mastodon.social.</source>
            <translation>Like mastodon.social.</translation>
        </message>
        <message>
            <source>Criada na sua conta só para o Balcão; não é a senha comum.</source>
            <translation>Created in your account just for Balcão; it isn't your usual password.</translation>
        </message>
        <message>
            <source>Código de acesso</source>
            <translation>Access code</translation>
        </message>
        <message>
            <source>Código do aplicativo (client id)</source>
            <translation>App code (client id)</translation>
        </message>
        <message>
            <source>De quem administra o fórum. Sem ela, o Balcão só lê o que é público.</source>
            <translation>From whoever runs the forum. Without it, Balcão only reads what is public.</translation>
        </message>
        <message>
            <source>De quem responde pela empresa no portal; fica lacrado como uma senha.</source>
            <translation>From whoever replies for the company on the portal; it is sealed like a password.</translation>
        </message>
        <message>
            <source>Diretório da empresa (tenant)</source>
            <translation>Company directory (tenant)</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>Em branco, a do provedor.</source>
            <translation>If blank, the provider's.</translation>
        </message>
        <message>
            <source>Em branco, o canal de quem entrou. Começa com UC.</source>
            <translation>If blank, the channel of whoever signed in. Starts with UC.</translation>
        </message>
        <message>
            <source>Em branco, o do provedor escolhido.</source>
            <translation>If blank, the chosen provider's.</translation>
        </message>
        <message>
            <source>Em branco, o texto como foi escrito.</source>
            <translation>If blank, the text as written.</translation>
        </message>
        <message>
            <source>Endereço de e-mail</source>
            <translation>Email address</translation>
        </message>
        <message>
            <source>Endereço do serviço</source>
            <translation>Service address</translation>
        </message>
        <message>
            <source>Endereços de blogs; só o que cita a marca entra.</source>
            <translation>Blog addresses; only what mentions the brand comes in.</translation>
        </message>
        <message>
            <source>Endereços de notícias; só o que cita a marca entra.</source>
            <translation>News addresses; only what mentions the brand comes in.</translation>
        </message>
        <message>
            <source>Endereços, um por linha</source>
            <translation>Addresses, one per line</translation>
        </message>
        <message>
            <source>Está em Sobre, na própria página.</source>
            <translation>It's under About, on the page itself.</translation>
        </message>
        <message>
            <source>Fórum</source>
            <translation>Forum</translation>
        </message>
        <message>
            <source>Fóruns Discourse: mensagens novas, buscas e respostas.</source>
            <translation>Discourse forums: new messages, searches and replies.</translation>
        </message>
        <message>
            <source>Gmail ou Google Workspace</source>
            <translation>Gmail or Google Workspace</translation>
        </message>
        <message>
            <source>Guardar cópia na pasta de enviados</source>
            <translation>Keep a copy in the sent folder</translation>
        </message>
        <message>
            <source>Idioma da tradução</source>
            <translation>Translation language</translation>
        </message>
        <message>
            <source>Ler e responder conversas privadas</source>
            <translation>Read and reply to private conversations</translation>
        </message>
        <message>
            <source>Mandar cópia das respostas para a própria caixa</source>
            <translation>Send a copy of replies to our own mailbox</translation>
        </message>
        <message>
            <source>Menções, buscas e conversas, com senha de aplicativo.</source>
            <translation>Mentions, searches and conversations, with an app password.</translation>
        </message>
        <message>
            <source>Menções, buscas e mensagens em qualquer servidor.</source>
            <translation>Mentions, searches and messages on any server.</translation>
        </message>
        <message>
            <source>Máximo de itens por dia</source>
            <translation>Maximum items per day</translation>
        </message>
        <message>
            <source>Nenhuma (não recomendado)</source>
            <translation>None (not recommended)</translation>
        </message>
        <message>
            <source>No site: Menu, Cadastro, Editar.</source>
            <translation>On the site: Menu, Cadastro, Editar.</translation>
        </message>
        <message>
            <source>Nome de quem assina</source>
            <translation>Name of the person signing</translation>
        </message>
        <message>
            <source>Nome do pacote do aplicativo</source>
            <translation>App package name</translation>
        </message>
        <message>
            <source>Notícias (RSS)</source>
            <translation>News (RSS)</translation>
        </message>
        <message>
            <source>Número da página</source>
            <translation>Page number</translation>
        </message>
        <message>
            <source>Número do aplicativo</source>
            <translation>App number</translation>
        </message>
        <message>
            <source>Número do canal</source>
            <translation>Channel number</translation>
        </message>
        <message>
            <source>O BotFather mostra depois de /newbot.</source>
            <translation>BotFather shows it after /newbot.</translation>
        </message>
        <message>
            <source>O endereço da notícia em RSS ou Atom, ou o da página do feed.</source>
            <translation>The address of the RSS or Atom news feed, or of the feed's page.</translation>
        </message>
        <message>
            <source>O endereço do SAC, com senha de aplicativo ou entrada pelo navegador.</source>
            <translation>Your customer service address, with an app password or browser sign-in.</translation>
        </message>
        <message>
            <source>O que vem deles não é cliente. Separe por vírgula.</source>
            <translation>Anything from them isn't from a customer. Separate with commas.</translation>
        </message>
        <message>
            <source>O robô da empresa, criado com o BotFather.</source>
            <translation>The company's bot, created with BotFather.</translation>
        </message>
        <message>
            <source>Outro</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>Outros endereços da empresa</source>
            <translation>Other company addresses</translation>
        </message>
        <message>
            <source>Pasta de enviados</source>
            <translation>Sent folder</translation>
        </message>
        <message>
            <source>Pastas a ler</source>
            <translation>Folders to read</translation>
        </message>
        <message>
            <source>Pelo navegador</source>
            <translation>In the browser</translation>
        </message>
        <message>
            <source>Por quantos dias olhar publicações antigas</source>
            <translation>How many days to keep watching older posts</translation>
        </message>
        <message>
            <source>Porta de entrada</source>
            <translation>Incoming port</translation>
        </message>
        <message>
            <source>Porta de saída</source>
            <translation>Outgoing port</translation>
        </message>
        <message>
            <source>Precisa da permissão Human Agent da Meta.</source>
            <translation>Needs Meta's Human Agent permission.</translation>
        </message>
        <message>
            <source>Provedor</source>
            <translation>Provider</translation>
        </message>
        <message>
            <source>Pôr o protocolo no endereço de resposta</source>
            <translation>Put the protocol in the reply address</translation>
        </message>
        <message>
            <source>Quantos dias para trás ler na primeira vez</source>
            <translation>How many days back to read the first time</translation>
        </message>
        <message>
            <source>Reclamações do portal, com prazo de 10 dias.</source>
            <translation>Complaints from the portal, with a 10-day deadline.</translation>
        </message>
        <message>
            <source>Reforça a segurança; pode ficar em branco.</source>
            <translation>Adds extra security; can be left blank.</translation>
        </message>
        <message>
            <source>Responder mensagens por 7 dias</source>
            <translation>Reply to messages for 7 days</translation>
        </message>
        <message>
            <source>Segredo do aplicativo</source>
            <translation>App secret</translation>
        </message>
        <message>
            <source>Segredo do aplicativo (client secret)</source>
            <translation>App secret (client secret)</translation>
        </message>
        <message>
            <source>Segurança da entrada</source>
            <translation>Incoming security</translation>
        </message>
        <message>
            <source>Segurança da saída</source>
            <translation>Outgoing security</translation>
        </message>
        <message>
            <source>Senha de aplicativo</source>
            <translation>App password</translation>
        </message>
        <message>
            <source>Senha de saída</source>
            <translation>Outgoing password</translation>
        </message>
        <message>
            <source>Separadas por vírgula. Em branco, só a caixa de entrada.</source>
            <translation>Separated by commas. If blank, only the inbox.</translation>
        </message>
        <message>
            <source>Servidor</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Servidor de entrada (IMAP)</source>
            <translation>Incoming server (IMAP)</translation>
        </message>
        <message>
            <source>Servidor de saída (SMTP)</source>
            <translation>Outgoing server (SMTP)</translation>
        </message>
        <message>
            <source>Só no Microsoft 365, se a TI pedir.</source>
            <translation>Only on Microsoft 365, if IT asks.</translation>
        </message>
        <message>
            <source>Só para servidor próprio. Em branco, vale o da rede.</source>
            <translation>Only for your own server. If blank, the network's is used.</translation>
        </message>
        <message>
            <source>Só se a rede der um.</source>
            <translation>Only if the network gives you one.</translation>
        </message>
        <message>
            <source>Só se for diferente.</source>
            <translation>Only if it's different.</translation>
        </message>
        <message>
            <source>Só se não for o próprio endereço.</source>
            <translation>Only if it isn't the address itself.</translation>
        </message>
        <message>
            <source>Título das mensagens privadas</source>
            <translation>Title of private messages</translation>
        </message>
        <message>
            <source>Usuário</source>
            <translation>Username</translation>
        </message>
        <message>
            <source>Usuário de saída</source>
            <translation>Outgoing username</translation>
        </message>
        <message>
            <source>Versão da API</source>
            <translation>API version</translation>
        </message>
        <message>
            <source>a Meta precisa aprovar o aplicativo da empresa para ler mensagens</source>
            <translation>Meta must approve the company's app before it can read messages</translation>
        </message>
        <message>
            <source>a busca acha hashtags e só quem deixou suas publicações serem encontradas</source>
            <translation>search finds hashtags, and only people who let their posts be found</translation>
        </message>
        <message>
            <source>a caixa é da empresa: o que o cliente apaga na dele continua aqui</source>
            <translation>the mailbox is the company's: what customers delete from theirs stays here</translation>
        </message>
        <message>
            <source>a rede cobra por item e busca nos últimos 7 dias</source>
            <translation>the network charges per item and searches the last 7 days</translation>
        </message>
        <message>
            <source>a rede cobra por item e entrega os últimos 30 dias</source>
            <translation>the network charges per item and delivers the last 30 days</translation>
        </message>
        <message>
            <source>a rede cobra por item lido; o limite por dia é seu</source>
            <translation>the network charges per item read; the daily limit is yours to set</translation>
        </message>
        <message>
            <source>a rede guarda as mensagens por 24 horas; se o Balcão ficar mais tempo fechado, elas se perdem</source>
            <translation>the network keeps messages for 24 hours; if Balcão stays closed longer, they are lost</translation>
        </message>
        <message>
            <source>a rede não avisa quando algo é apagado</source>
            <translation>the network doesn't say when something is deleted</translation>
        </message>
        <message>
            <source>a rede não conta isso a robôs</source>
            <translation>the network doesn't tell bots this</translation>
        </message>
        <message>
            <source>a rede não deixa buscar o que outros publicam</source>
            <translation>the network doesn't allow searching what others post</translation>
        </message>
        <message>
            <source>a rede não diz quantas pessoas viram</source>
            <translation>the network doesn't say how many people saw it</translation>
        </message>
        <message>
            <source>a rede só entrega os últimos 7 dias; mais tempo fechado perde avaliações</source>
            <translation>the network only delivers the last 7 days; staying closed longer means missing reviews</translation>
        </message>
        <message>
            <source>a senha de aplicativo precisa ter a permissão de mensagens</source>
            <translation>the app password must have the messages permission</translation>
        </message>
        <message>
            <source>acompanhado por 45 dias depois da abertura</source>
            <translation>followed for 45 days after opening</translation>
        </message>
        <message>
            <source>esta rede não tem mensagens privadas</source>
            <translation>this network has no private messages</translation>
        </message>
        <message>
            <source>menções em comentários de outras contas só chegam a quem tem servidor; registre à mão</source>
            <translation>mentions in other accounts' comments only reach those with a server; log them by hand</translation>
        </message>
        <message>
            <source>menções em stories só chegam a quem tem servidor; registre à mão</source>
            <translation>mentions in stories only reach those with a server; log them by hand</translation>
        </message>
        <message>
            <source>não existe nesta rede</source>
            <translation>doesn't exist on this network</translation>
        </message>
        <message>
            <source>o serviço oficial não recebe anexos; envie pelo site</source>
            <translation>the official service doesn't accept attachments; send them on the website</translation>
        </message>
        <message>
            <source>sac+protocolo@…: a resposta do cliente volta ao atendimento certo. O provedor precisa aceitar.</source>
            <translation>sac+protocol@…: the customer's reply comes back to the right case. Your provider must accept it.</translation>
        </message>
        <message>
            <source>só a quem escreveu primeiro ao robô</source>
            <translation>only to people who wrote to the bot first</translation>
        </message>
        <message>
            <source>só a quem falou com a empresa</source>
            <translation>only to people who have talked to the company</translation>
        </message>
        <message>
            <source>só as curtidas</source>
            <translation>only likes</translation>
        </message>
        <message>
            <source>só chega o que foi escrito para o endereço da empresa</source>
            <translation>only what was written to the company's address arrives</translation>
        </message>
        <message>
            <source>só com a chave da API do fórum e o usuário</source>
            <translation>only with the forum's API key and username</translation>
        </message>
        <message>
            <source>só dentro do prazo da rede: 24 horas depois da última mensagem, ou 7 dias em resposta a um comentário</source>
            <translation>only within the network's time limit: 24 hours after the last message, or 7 days in reply to a comment</translation>
        </message>
        <message>
            <source>só dentro dos endereços escolhidos</source>
            <translation>only within the chosen addresses</translation>
        </message>
        <message>
            <source>só dá para ler; responda no próprio site</source>
            <translation>read only; reply on the site itself</translation>
        </message>
        <message>
            <source>só figuras</source>
            <translation>images only</translation>
        </message>
        <message>
            <source>só figuras, e só em público</source>
            <translation>images only, and only in public</translation>
        </message>
        <message>
            <source>só no que é recente e ainda está sendo acompanhado</source>
            <translation>only for what is recent and still being followed</translation>
        </message>
        <message>
            <source>só nos grupos onde o robô está</source>
            <translation>only in groups the bot has joined</translation>
        </message>
        <message>
            <source>só para empresas cadastradas no Consumidor.gov.br com o acesso por API liberado</source>
            <translation>only for companies registered on Consumidor.gov.br with API access granted</translation>
        </message>
        <message>
            <source>só quem aceita mensagens da conta</source>
            <translation>only people who accept messages from the account</translation>
        </message>
        <message>
            <source>só quem modera o fórum pode ocultar, no próprio site</source>
            <translation>only forum moderators can hide, on the site itself</translation>
        </message>
        <message>
            <source>só respostas às publicações da empresa</source>
            <translation>only replies to the company's posts</translation>
        </message>
        <message>
            <source>só se a pessoa aceita mensagens da conta</source>
            <translation>only if the person accepts messages from the account</translation>
        </message>
        <message>
            <source>uma busca gasta cem vezes a cota de uma leitura</source>
            <translation>one search uses a hundred times the quota of one read</translation>
        </message>
        <message>
            <source>uma figura por resposta pública</source>
            <translation>one image per public reply</translation>
        </message>
        <message>
            <source>uma resposta por avaliação; responder de novo troca a anterior</source>
            <translation>one reply per review; replying again replaces the previous one</translation>
        </message>
        <message>
            <source>uma única resposta por reclamação, em até 10 dias</source>
            <translation>a single reply per complaint, within 10 days</translation>
        </message>
        <message>
            <source>é sempre privado</source>
            <translation>always private</translation>
        </message>
    </context>
    <context>
        <name>outbox_actions</name>
        <message>
            <source>Abrir atendimento</source>
            <translation>Open case</translation>
        </message>
        <message>
            <source>Atualizar envios</source>
            <translation>Refresh Outbox</translation>
        </message>
        <message>
            <source>Chegou ao cliente</source>
            <translation>Reached the customer</translation>
        </message>
        <message>
            <source>Envios</source>
            <translation>Outbox</translation>
        </message>
        <message>
            <source>Marcar como enviada</source>
            <translation>Mark as sent</translation>
        </message>
        <message>
            <source>Não chegou: enviar de novo</source>
            <translation>It didn't arrive: send again</translation>
        </message>
        <message>
            <source>Tentar de novo</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Voltar ao texto</source>
            <translation>Back to the text</translation>
        </message>
    </context>
    <context>
        <name>outbox_texts</name>
        <message>
            <source>A aprovar</source>
            <translation>To approve</translation>
        </message>
        <message>
            <source>Balcão</source>
            <translation>Counter</translation>
        </message>
        <message>
            <source>Conta parada</source>
            <translation>Account stopped</translation>
        </message>
        <message>
            <source>Enviando</source>
            <translation>Sending</translation>
        </message>
        <message>
            <source>Espera o sim de uma segunda pessoa, no atendimento.</source>
            <translation>Waiting for a second person's yes, in the case.</translation>
        </message>
        <message>
            <source>Esta conta não envia sozinha: envie pelo canal e marque como enviada.</source>
            <translation>This account doesn't send by itself: send through the channel and mark as sent.</translation>
        </message>
        <message>
            <source>Está saindo agora.</source>
            <translation>Going out now.</translation>
        </message>
        <message>
            <source>Na fila</source>
            <translation>Queued</translation>
        </message>
        <message>
            <source>Nada na fila de envio.</source>
            <translation>Nothing in the sending queue.</translation>
        </message>
        <message>
            <source>Nenhuma resposta deixou de sair.</source>
            <translation>No replies failed to go out.</translation>
        </message>
        <message>
            <source>Nenhuma resposta em dúvida.</source>
            <translation>No replies in doubt.</translation>
        </message>
        <message>
            <source>Nenhuma resposta espera aprovação.</source>
            <translation>No replies waiting for approval.</translation>
        </message>
        <message>
            <source>Não enviada</source>
            <translation>Not sent</translation>
        </message>
        <message>
            <source>Não enviadas</source>
            <translation>Not sent</translation>
        </message>
        <message>
            <source>Para enviar à mão</source>
            <translation>To send by hand</translation>
        </message>
        <message>
            <source>Responda você mesmo à mensagem.</source>
            <translation>Reply to the message yourself.</translation>
        </message>
        <message>
            <source>Resposta automática</source>
            <translation>Automatic reply</translation>
        </message>
        <message>
            <source>Sai em instantes.</source>
            <translation>Goes out in a moment.</translation>
        </message>
        <message>
            <source>Sem confirmação</source>
            <translation>Unconfirmed</translation>
        </message>
        <message>
            <source>Tudo</source>
            <translation>Everything</translation>
        </message>
        <message>
            <source>Tudo o que a equipe escreveu já saiu.</source>
            <translation>Everything the team wrote has gone out.</translation>
        </message>
        <message>
            <source>Vai tentar de novo</source>
            <translation>Will try again</translation>
        </message>
        <message>
            <source>privado</source>
            <translation>private</translation>
        </message>
        <message>
            <source>público</source>
            <translation>public</translation>
        </message>
    </context>
    <context>
        <name>people_page</name>
        <message>
            <source>Administração</source>
            <translation>Administrator</translation>
        </message>
        <message>
            <source>Analista</source>
            <translation>Analyst</translation>
        </message>
        <message>
            <source>Assistente</source>
            <translation>Assistant</translation>
        </message>
        <message>
            <source>Atende e também exporta.</source>
            <translation>Works on cases and also exports.</translation>
        </message>
        <message>
            <source>Atende, responde, encaminha, importa e reabre.</source>
            <translation>Works on cases, answers, forwards, imports and reopens.</translation>
        </message>
        <message>
            <source>Atendente</source>
            <translation>Attendant</translation>
        </message>
        <message>
            <source>Consulta e exporta; não atende.</source>
            <translation>Reads and exports; does not work on cases.</translation>
        </message>
        <message>
            <source>Especialista de área</source>
            <translation>Area specialist</translation>
        </message>
        <message>
            <source>Responde ao que a área recebe.</source>
            <translation>Answers what the area receives.</translation>
        </message>
        <message>
            <source>Supervisão</source>
            <translation>Supervisor</translation>
        </message>
        <message>
            <source>Tudo do atendimento, troca donos, exporta e muda configurações.</source>
            <translation>All of the case work, changes owners, exports and edits settings.</translation>
        </message>
        <message>
            <source>Tudo, inclusive outros administradores.</source>
            <translation>Everything, other administrators included.</translation>
        </message>
    </context>
    <context>
        <name>period_menu</name>
        <message>
            <source>Ano passado</source>
            <translation>Last year</translation>
        </message>
        <message>
            <source>Este ano</source>
            <translation>This year</translation>
        </message>
        <message>
            <source>Este mês</source>
            <translation>This month</translation>
        </message>
        <message>
            <source>Mês passado</source>
            <translation>Last month</translation>
        </message>
        <message>
            <source>Últimos 30 dias</source>
            <translation>Last 30 days</translation>
        </message>
        <message>
            <source>Últimos 7 dias</source>
            <translation>Last 7 days</translation>
        </message>
        <message>
            <source>Últimos 90 dias</source>
            <translation>Last 90 days</translation>
        </message>
    </context>
    <context>
        <name>plan_paper</name>
        <message>
            <source>, até {day}</source>
            <translation>, by {day}</translation>
        </message>
        <message>
            <source>Decisão: {text}</source>
            <translation>Decision: {text}</translation>
        </message>
        <message>
            <source>Responsável: {name}</source>
            <translation>In charge: {name}</translation>
        </message>
        <message>
            <source>em aberto</source>
            <translation>open</translation>
        </message>
        <message>
            <source>resolvido</source>
            <translation>done</translation>
        </message>
        <message>
            <source>{done} de {all} passos resolvidos</source>
            <translation>{done} of {all} steps done</translation>
        </message>
    </context>
    <context>
        <name>plan_words</name>
        <message>
            <source>A casa cuida do difícil e do tom; o parceiro, do volume e das horas extras.</source>
            <translation>The house handles the difficult cases and the tone; the partner, the volume and the extra hours.</translation>
        </message>
        <message>
            <source>Abrir a árvore</source>
            <translation>Open the tree</translation>
        </message>
        <message>
            <source>Abrir canais</source>
            <translation>Open channels</translation>
        </message>
        <message>
            <source>Abrir horário de atendimento</source>
            <translation>Open opening hours</translation>
        </message>
        <message>
            <source>Abrir matriz de crises</source>
            <translation>Open crisis matrix</translation>
        </message>
        <message>
            <source>Abrir persona da marca</source>
            <translation>Open brand persona</translation>
        </message>
        <message>
            <source>Abrir política de atendimento</source>
            <translation>Open service policy</translation>
        </message>
        <message>
            <source>Abrir previsão e equipe</source>
            <translation>Open forecast and team</translation>
        </message>
        <message>
            <source>Abrir público e personas</source>
            <translation>Open public and personas</translation>
        </message>
        <message>
            <source>Abrir áreas e fluxos</source>
            <translation>Open areas and flows</translation>
        </message>
        <message>
            <source>Assuntos a responder</source>
            <translation>Subjects to answer</translation>
        </message>
        <message>
            <source>Atendimento: resolver o que as pessoas trazem</source>
            <translation>Service: solve what people bring</translation>
        </message>
        <message>
            <source>Blogs</source>
            <translation>Blogs</translation>
        </message>
        <message>
            <source>Com que nomes vamos contar os assuntos? São os mesmos do SAC por telefone?</source>
            <translation>What names will we use to count the subjects? Are they the same as the phone service's?</translation>
        </message>
        <message>
            <source>Conhece a marca</source>
            <translation>Knows the brand</translation>
        </message>
        <message>
            <source>Conhece a marca e decide rápido; custa mais e leva tempo para crescer.</source>
            <translation>Knows the brand and decides fast; costs more and takes time to grow.</translation>
        </message>
        <message>
            <source>Contratação da equipe</source>
            <translation>Hiring the team</translation>
        </message>
        <message>
            <source>Cresce e encolhe depressa e cobre mais horas; conhece menos a marca.</source>
            <translation>Grows and shrinks fast and covers more hours; knows the brand less.</translation>
        </message>
        <message>
            <source>Criação dos perfis</source>
            <translation>Creating the profiles</translation>
        </message>
        <message>
            <source>Crises</source>
            <translation>Crises</translation>
        </message>
        <message>
            <source>Da casa</source>
            <translation>In-house</translation>
        </message>
        <message>
            <source>Dias e horários nobres</source>
            <translation>Peak days and hours</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>Em que dias e horas o público fala, e quanto disso chega com o balcão fechado?</source>
            <translation>On what days and hours does the public speak, and how much of it arrives with the counter closed?</translation>
        </message>
        <message>
            <source>Equipe</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>Experiência em atendimento</source>
            <translation>Experience in customer service</translation>
        </message>
        <message>
            <source>Fluxos de atendimento</source>
            <translation>Case flows</translation>
        </message>
        <message>
            <source>Fóruns</source>
            <translation>Forums</translation>
        </message>
        <message>
            <source>Gestão</source>
            <translation>Management</translation>
        </message>
        <message>
            <source>Gestão de crises</source>
            <translation>Crisis management</translation>
        </message>
        <message>
            <source>Horário de atendimento</source>
            <translation>Opening hours</translation>
        </message>
        <message>
            <source>Há um assistente para o volume</source>
            <translation>There is an assistant for the volume</translation>
        </message>
        <message>
            <source>Há um gestor</source>
            <translation>There is a manager</translation>
        </message>
        <message>
            <source>Já publicado nos perfis</source>
            <translation>Already published on the profiles</translation>
        </message>
        <message>
            <source>Levantamentos</source>
            <translation>Surveys</translation>
        </message>
        <message>
            <source>Metas, uma por linha</source>
            <translation>Goals, one per line</translation>
        </message>
        <message>
            <source>Mista</source>
            <translation>Mixed</translation>
        </message>
        <message>
            <source>O perfil de quem atende</source>
            <translation>The profile of those who serve</translation>
        </message>
        <message>
            <source>O que respondemos, o que não respondemos, e quem responde: SAC ou Marketing?</source>
            <translation>What we answer, what we do not answer, and who answers: customer service or Marketing?</translation>
        </message>
        <message>
            <source>O que é crise para nós, quem é avisado, e em quanto tempo se identifica e responde?</source>
            <translation>What is a crisis for us, who is told, and how soon is it identified and answered?</translation>
        </message>
        <message>
            <source>Objetivo</source>
            <translation>Objective</translation>
        </message>
        <message>
            <source>Objetivo do trabalho</source>
            <translation>Objective of the work</translation>
        </message>
        <message>
            <source>Os dois</source>
            <translation>Both</translation>
        </message>
        <message>
            <source>Os perfis dizem o horário de atendimento, a política e os contatos?</source>
            <translation>Do the profiles tell the opening hours, the policy and the contacts?</translation>
        </message>
        <message>
            <source>Os relatórios são de outras pessoas</source>
            <translation>The reports are other people's job</translation>
        </message>
        <message>
            <source>Outros contatos da empresa</source>
            <translation>Other company contacts</translation>
        </message>
        <message>
            <source>Para que estamos nas redes: atender quem procura, aproximar quem ainda não é cliente, ou os dois?</source>
            <translation>Why are we on social networks: to serve those who seek us, to bring closer those who are not customers yet, or both?</translation>
        </message>
        <message>
            <source>Persona da marca</source>
            <translation>Brand persona</translation>
        </message>
        <message>
            <source>Planejamento</source>
            <translation>Planning</translation>
        </message>
        <message>
            <source>Política de atendimento</source>
            <translation>Service policy</translation>
        </message>
        <message>
            <source>Por onde anda um caso, da chegada à solução, e quando ele vai direto a uma área?</source>
            <translation>Where does a case go, from arrival to solution, and when does it go straight to an area?</translation>
        </message>
        <message>
            <source>Português impecável</source>
            <translation>Flawless Portuguese</translation>
        </message>
        <message>
            <source>Qual ferramenta usar</source>
            <translation>Which tool to use</translation>
        </message>
        <message>
            <source>Quantas pessoas, com que perfil, da casa ou de fora, e quem gerencia?</source>
            <translation>How many people, with what profile, in-house or from outside, and who manages them?</translation>
        </message>
        <message>
            <source>Quanto se fala de nós, onde há público disposto a ouvir, e quanto disso dá para atender?</source>
            <translation>How much is said about us, where is there an audience willing to listen, and how much of it can we serve?</translation>
        </message>
        <message>
            <source>Que canais estão ligados, e quais ainda só escutamos?</source>
            <translation>Which channels are connected, and which do we still only listen to?</translation>
        </message>
        <message>
            <source>Que áreas respondem o que não sabemos, quem é o contato de cada uma e em quanto tempo?</source>
            <translation>Which areas answer what we do not know, who is the contact in each one, and how soon?</translation>
        </message>
        <message>
            <source>Quem fala conosco, e com que jeito: quem reclama, quem ajuda, quem pergunta?</source>
            <translation>Who talks to us, and in what way: who complains, who helps, who asks?</translation>
        </message>
        <message>
            <source>Quem é o nosso público</source>
            <translation>Who our audience is</translation>
        </message>
        <message>
            <source>Redes com público receptivo</source>
            <translation>Networks with a receptive audience</translation>
        </message>
        <message>
            <source>Relacionamento: conversar antes que precisem</source>
            <translation>Relationship: talk before they need us</translation>
        </message>
        <message>
            <source>Se a marca fosse uma pessoa, como ela falaria em cada situação?</source>
            <translation>If the brand were a person, how would it speak in each situation?</translation>
        </message>
        <message>
            <source>Sites de reclamação</source>
            <translation>Complaint sites</translation>
        </message>
        <message>
            <source>Terceirizada</source>
            <translation>Outsourced</translation>
        </message>
        <message>
            <source>Visão de negócio</source>
            <translation>Business sense</translation>
        </message>
        <message>
            <source>Vive na internet</source>
            <translation>Lives online</translation>
        </message>
        <message>
            <source>Volume da demanda</source>
            <translation>Demand volume</translation>
        </message>
        <message>
            <source>{n} assuntos com dono definido</source>
            <translation>{n} subjects with a set owner</translation>
        </message>
        <message>
            <source>{n} classificações em uso</source>
            <translation>{n} classifications in use</translation>
        </message>
        <message>
            <source>{n} coisas que respondemos</source>
            <translation>{n} things we answer</translation>
        </message>
        <message>
            <source>{n} contas ligadas</source>
            <translation>{n} accounts connected</translation>
        </message>
        <message>
            <source>{n} eixos</source>
            <translation>{n} axes</translation>
        </message>
        <message>
            <source>{n} palavras de alerta</source>
            <translation>{n} alert words</translation>
        </message>
        <message>
            <source>{n} pessoas na equipe</source>
            <translation>{n} people on the team</translation>
        </message>
        <message>
            <source>{n} que não respondemos</source>
            <translation>{n} we do not answer</translation>
        </message>
        <message>
            <source>{n} regras de encaminhamento</source>
            <translation>{n} forwarding rules</translation>
        </message>
        <message>
            <source>{n} sem ninguém</source>
            <translation>{n} with nobody</translation>
        </message>
        <message>
            <source>{n} só escutando</source>
            <translation>{n} only listening</translation>
        </message>
        <message>
            <source>{n} traços da marca</source>
            <translation>{n} brand traits</translation>
        </message>
        <message>
            <source>{n} áreas ativas</source>
            <translation>{n} active areas</translation>
        </message>
        <message>
            <source>Áreas envolvidas</source>
            <translation>Areas involved</translation>
        </message>
        <message>
            <source>Árvore de classificações</source>
            <translation>Classification tree</translation>
        </message>
    </context>
    <context>
        <name>planning_pages</name>
        <message>
            <source>Geral</source>
            <translation>General</translation>
        </message>
        <message>
            <source>Planejamento</source>
            <translation>Planning</translation>
        </message>
        <message>
            <source>Registrar ação de relacionamento</source>
            <translation>Record relationship action</translation>
        </message>
        <message>
            <source>Relacionamento</source>
            <translation>Relationship</translation>
        </message>
    </context>
    <context>
        <name>preview_facts</name>
        <message>
            <source>1 atendimento aberto</source>
            <translation>1 open case</translation>
        </message>
        <message>
            <source>1 compartilhamento</source>
            <translation>1 share</translation>
        </message>
        <message>
            <source>1 curtida</source>
            <translation>1 like</translation>
        </message>
        <message>
            <source>1 menção anterior</source>
            <translation>1 earlier mention</translation>
        </message>
        <message>
            <source>1 resposta</source>
            <translation>1 reply</translation>
        </message>
        <message>
            <source>Apagada na rede</source>
            <translation>Deleted on the network</translation>
        </message>
        <message>
            <source>Crise</source>
            <translation>Crisis</translation>
        </message>
        <message>
            <source>Editada pelo autor</source>
            <translation>Edited by the author</translation>
        </message>
        <message>
            <source>Horário</source>
            <translation>Opening hours</translation>
        </message>
        <message>
            <source>Lugar</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>Nota dada</source>
            <translation>Rating given</translation>
        </message>
        <message>
            <source>Perfil</source>
            <translation>Profile</translation>
        </message>
        <message>
            <source>Primeira menção desta pessoa</source>
            <translation>First mention of this person</translation>
        </message>
        <message>
            <source>Privada</source>
            <translation>Private</translation>
        </message>
        <message>
            <source>Pública</source>
            <translation>Public</translation>
        </message>
        <message>
            <source>Pública, dirigida à marca</source>
            <translation>Public, to the brand</translation>
        </message>
        <message>
            <source>Público</source>
            <translation>Audience</translation>
        </message>
        <message>
            <source>Recebida</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>Responder até</source>
            <translation>Reply by</translation>
        </message>
        <message>
            <source>Situação</source>
            <translation>State</translation>
        </message>
        <message>
            <source>alcance {n}</source>
            <translation>reach {n}</translation>
        </message>
        <message>
            <source>chegou fora do horário de atendimento</source>
            <translation>arrived outside opening hours</translation>
        </message>
        <message>
            <source>fora dos termos de busca</source>
            <translation>outside the search terms</translation>
        </message>
        <message>
            <source>repete um texto já recebido</source>
            <translation>repeats a text already received</translation>
        </message>
        <message>
            <source>resposta automática</source>
            <translation>automatic reply</translation>
        </message>
        <message>
            <source>sem dono</source>
            <translation>unowned</translation>
        </message>
        <message>
            <source>só repassa outra publicação</source>
            <translation>only passes on another post</translation>
        </message>
        <message>
            <source>{n} MB</source>
            <translation>{n} MB</translation>
        </message>
        <message>
            <source>{n} atendimentos abertos</source>
            <translation>{n} open cases</translation>
        </message>
        <message>
            <source>{n} bytes</source>
            <translation>{n} bytes</translation>
        </message>
        <message>
            <source>{n} compartilhamentos</source>
            <translation>{n} shares</translation>
        </message>
        <message>
            <source>{n} curtidas</source>
            <translation>{n} likes</translation>
        </message>
        <message>
            <source>{n} kB</source>
            <translation>{n} kB</translation>
        </message>
        <message>
            <source>{n} menções anteriores</source>
            <translation>{n} earlier mentions</translation>
        </message>
        <message>
            <source>{n} respostas</source>
            <translation>{n} replies</translation>
        </message>
        <message>
            <source>{state} pela regra “{rule}”</source>
            <translation>{state} by rule “{rule}”</translation>
        </message>
    </context>
    <context>
        <name>printing</name>
        <message>
            <source>página {page} de {pages}</source>
            <translation>page {page} of {pages}</translation>
        </message>
    </context>
    <context>
        <name>quadrants</name>
        <message>
            <source>acompanhar: reclamam sem eco</source>
            <translation>watch: they complain without echo</translation>
        </message>
        <message>
            <source>aproximar: gostam e falam pouco</source>
            <translation>get closer: they like us and say little</translation>
        </message>
        <message>
            <source>críticas: muitas e negativas</source>
            <translation>critical: many and negative</translation>
        </message>
        <message>
            <source>cultivar: gostam e espalham</source>
            <translation>nurture: they like us and spread it</translation>
        </message>
        <message>
            <source>engajamento →</source>
            <translation>engagement →</translation>
        </message>
        <message>
            <source>esforço aqui: reclamam e espalham</source>
            <translation>effort here: they complain and spread it</translation>
        </message>
        <message>
            <source>muitas e boas</source>
            <translation>many and good</translation>
        </message>
        <message>
            <source>muitos e insatisfeitos</source>
            <translation>many and unhappy</translation>
        </message>
        <message>
            <source>muitos e satisfeitos</source>
            <translation>many and happy</translation>
        </message>
        <message>
            <source>poucas e boas</source>
            <translation>few and good</translation>
        </message>
        <message>
            <source>poucas e negativas</source>
            <translation>few and negative</translation>
        </message>
        <message>
            <source>poucos e insatisfeitos</source>
            <translation>few and unhappy</translation>
        </message>
        <message>
            <source>poucos e satisfeitos</source>
            <translation>few and happy</translation>
        </message>
        <message>
            <source>sentimento ↑</source>
            <translation>sentiment ↑</translation>
        </message>
        <message>
            <source>volume →</source>
            <translation>volume →</translation>
        </message>
    </context>
    <context>
        <name>recounting</name>
        <message>
            <source>Refazendo as contas dos gráficos</source>
            <translation>Working out the charts again</translation>
        </message>
    </context>
    <context>
        <name>relation_words</name>
        <message>
            <source>1 momento esperando</source>
            <translation>1 moment waiting</translation>
        </message>
        <message>
            <source>Alcance</source>
            <translation>Reach</translation>
        </message>
        <message>
            <source>Ativação</source>
            <translation>Activation</translation>
        </message>
        <message>
            <source>Ações</source>
            <translation>Actions</translation>
        </message>
        <message>
            <source>Canal</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Cliente</source>
            <translation>Customer</translation>
        </message>
        <message>
            <source>Coment.</source>
            <translation>Comm.</translation>
        </message>
        <message>
            <source>Comentários</source>
            <translation>Comments</translation>
        </message>
        <message>
            <source>Compart.</source>
            <translation>Shares</translation>
        </message>
        <message>
            <source>Compartilhamentos</source>
            <translation>Shares</translation>
        </message>
        <message>
            <source>Desde o começo</source>
            <translation>Since the start</translation>
        </message>
        <message>
            <source>Dia</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>Dica ou informação útil sobre a marca ou a categoria, para quem ainda não comprou.</source>
            <translation>A useful tip or piece of information about the brand or the category, for those who have not bought yet.</translation>
        </message>
        <message>
            <source>Endereço da publicação</source>
            <translation>Address of the post</translation>
        </message>
        <message>
            <source>Engajamento</source>
            <translation>Engagement</translation>
        </message>
        <message>
            <source>Este ano</source>
            <translation>This year</translation>
        </message>
        <message>
            <source>Favoritos</source>
            <translation>Favorites</translation>
        </message>
        <message>
            <source>Nenhum momento esperando</source>
            <translation>No moment waiting</translation>
        </message>
        <message>
            <source>No que deu</source>
            <translation>What came of it</translation>
        </message>
        <message>
            <source>O que fizemos</source>
            <translation>What we did</translation>
        </message>
        <message>
            <source>Pessoas alcançadas</source>
            <translation>People reached</translation>
        </message>
        <message>
            <source>Publicação</source>
            <translation>Post</translation>
        </message>
        <message>
            <source>Publicação nossa que puxa conversa com o público.</source>
            <translation>A post of ours that starts a conversation with the public.</translation>
        </message>
        <message>
            <source>Quem</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>Resposta criativa a quem falou da marca com gosto.</source>
            <translation>Creative reply to someone who spoke fondly of the brand.</translation>
        </message>
        <message>
            <source>Tipo</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>Todos os tipos</source>
            <translation>All kinds</translation>
        </message>
        <message>
            <source>{n} com entusiasmo pela marca</source>
            <translation>{n} excited about the brand</translation>
        </message>
        <message>
            <source>{n} elogiando</source>
            <translation>{n} praising</translation>
        </message>
        <message>
            <source>{n} momentos esperando</source>
            <translation>{n} moments waiting</translation>
        </message>
        <message>
            <source>{n} perguntando antes de comprar</source>
            <translation>{n} asking before they buy</translation>
        </message>
        <message>
            <source>{sum} · média {average}</source>
            <translation>{sum} · average {average}</translation>
        </message>
        <message>
            <source>Últimos 30 dias</source>
            <translation>Last 30 days</translation>
        </message>
        <message>
            <source>Últimos 7 dias</source>
            <translation>Last 7 days</translation>
        </message>
        <message>
            <source>Últimos 90 dias</source>
            <translation>Last 90 days</translation>
        </message>
    </context>
    <context>
        <name>reply_modes</name>
        <message>
            <source>Este canal não tem mensagem privada.</source>
            <translation>This channel has no private messages.</translation>
        </message>
        <message>
            <source>Este canal não tem resposta pública.</source>
            <translation>This channel has no public replies.</translation>
        </message>
        <message>
            <source>Nota</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Privado</source>
            <translation>Private</translation>
        </message>
        <message>
            <source>Público</source>
            <translation>Public</translation>
        </message>
        <message>
            <source>Responder em privado</source>
            <translation>Reply privately</translation>
        </message>
        <message>
            <source>Tipo de mensagem</source>
            <translation>Message type</translation>
        </message>
    </context>
    <context>
        <name>report_content</name>
        <message>
            <source>, ao lado de {other}</source>
            <translation>, next to {other}</translation>
        </message>
        <message>
            <source>A tabela deste gráfico está na planilha.</source>
            <translation>This chart's table is in the spreadsheet.</translation>
        </message>
        <message>
            <source>Canais: {names}</source>
            <translation>Channels: {names}</translation>
        </message>
        <message>
            <source>Comentário de {name}</source>
            <translation>Comment by {name}</translation>
        </message>
        <message>
            <source>Nada a mostrar neste período.</source>
            <translation>Nothing to show in this period.</translation>
        </message>
        <message>
            <source>O que cada gráfico conta</source>
            <translation>What each chart counts</translation>
        </message>
    </context>
    <context>
        <name>report_sections</name>
        <message>
            <source>Previsão e equipe</source>
            <translation>Forecast and team</translation>
        </message>
        <message>
            <source>Relatórios salvos</source>
            <translation>Saved reports</translation>
        </message>
        <message>
            <source>SWOT</source>
            <translation>SWOT</translation>
        </message>
        <message>
            <source>Sugestões</source>
            <translation>Suggestions</translation>
        </message>
        <message>
            <source>Temas da semana</source>
            <translation>Themes of the week</translation>
        </message>
    </context>
    <context>
        <name>report_text</name>
        <message>
            <source>(aprovada por {name})</source>
            <translation>(approved by {name})</translation>
        </message>
        <message>
            <source>(escreva aqui o que deu certo e o que muda)</source>
            <translation>(write here what went well and what will change)</translation>
        </message>
        <message>
            <source>(não aprovada)</source>
            <translation>(not approved)</translation>
        </message>
        <message>
            <source>Aberta por {name}: {when}</source>
            <translation>Opened by {name}: {when}</translation>
        </message>
        <message>
            <source>Alerta assumido</source>
            <translation>Alert taken</translation>
        </message>
        <message>
            <source>Durou {span}</source>
            <translation>Lasted {span}</translation>
        </message>
        <message>
            <source>Exercício: nenhum atendimento de verdade foi usado.</source>
            <translation>Drill: no real case was used.</translation>
        </message>
        <message>
            <source>Identificar</source>
            <translation>Identify</translation>
        </message>
        <message>
            <source>Nenhuma.</source>
            <translation>None.</translation>
        </message>
        <message>
            <source>Não houve.</source>
            <translation>There were none.</translation>
        </message>
        <message>
            <source>O que aconteceu</source>
            <translation>What happened</translation>
        </message>
        <message>
            <source>O que aprendemos</source>
            <translation>What we learned</translation>
        </message>
        <message>
            <source>Posição</source>
            <translation>Position</translation>
        </message>
        <message>
            <source>Posição aprovada</source>
            <translation>Approved position</translation>
        </message>
        <message>
            <source>Prazos</source>
            <translation>Deadlines</translation>
        </message>
        <message>
            <source>Relatório da crise</source>
            <translation>Crisis report</translation>
        </message>
        <message>
            <source>Responder</source>
            <translation>Answer</translation>
        </message>
        <message>
            <source>confirmou</source>
            <translation>confirmed</translation>
        </message>
        <message>
            <source>nenhum prazo correu</source>
            <translation>no deadline ran</translation>
        </message>
        <message>
            <source>ninguém cadastrado</source>
            <translation>nobody registered</translation>
        </message>
        <message>
            <source>não confirmou</source>
            <translation>did not confirm</translation>
        </message>
        <message>
            <source>{mentions} menções em {cases} atendimentos, {answers} respostas enviadas</source>
            <translation>{mentions} mentions in {cases} cases, {answers} replies sent</translation>
        </message>
        <message>
            <source>{met} de {all} no prazo ({share})</source>
            <translation>{met} of {all} in time ({share})</translation>
        </message>
        <message>
            <source>{n} ainda correndo</source>
            <translation>{n} still running</translation>
        </message>
        <message>
            <source>{n} fora do prazo</source>
            <translation>{n} past the deadline</translation>
        </message>
        <message>
            <source>Áreas avisadas</source>
            <translation>Areas told</translation>
        </message>
    </context>
    <context>
        <name>report_words</name>
        <message>
            <source>Com dias escolhidos</source>
            <translation>With chosen days</translation>
        </message>
        <message>
            <source>Com nada</source>
            <translation>With nothing</translation>
        </message>
        <message>
            <source>Com o período anterior</source>
            <translation>With the period before</translation>
        </message>
        <message>
            <source>Com os mesmos dias do ano anterior</source>
            <translation>With the same days of the year before</translation>
        </message>
        <message>
            <source>Dias escolhidos</source>
            <translation>Chosen days</translation>
        </message>
        <message>
            <source>Este ano, até hoje</source>
            <translation>This year, until today</translation>
        </message>
        <message>
            <source>Este mês, até hoje</source>
            <translation>This month, until today</translation>
        </message>
        <message>
            <source>Folha para Comunicação</source>
            <translation>Sheet for Communication</translation>
        </message>
        <message>
            <source>Folha para Pesquisa</source>
            <translation>Sheet for Research</translation>
        </message>
        <message>
            <source>Folha para o SAC</source>
            <translation>Sheet for customer service</translation>
        </message>
        <message>
            <source>Indicadores de negócio</source>
            <translation>Business indicators</translation>
        </message>
        <message>
            <source>Métricas</source>
            <translation>Metrics</translation>
        </message>
        <message>
            <source>Mês passado</source>
            <translation>Last month</translation>
        </message>
        <message>
            <source>O mês inteiro: volume, sentimento, assuntos, prazos.</source>
            <translation>The whole month: volume, sentiment, subjects, deadlines.</translation>
        </message>
        <message>
            <source>O que se fala de atendimento, pontos de contato, produto e imagem.</source>
            <translation>What is said about service, points of contact, product and image.</translation>
        </message>
        <message>
            <source>Prazos, filas, satisfação e o trabalho da equipe.</source>
            <translation>Deadlines, queues, satisfaction and the team's work.</translation>
        </message>
        <message>
            <source>Quem fala, do que fala e como se sente.</source>
            <translation>Who talks, about what, and how they feel.</translation>
        </message>
        <message>
            <source>Relatório mensal</source>
            <translation>Monthly report</translation>
        </message>
        <message>
            <source>Repercussão, engajamento, crises e o alcance do que publicamos.</source>
            <translation>Buzz, engagement, crises and the reach of what we publish.</translation>
        </message>
        <message>
            <source>Semana passada (segunda a domingo)</source>
            <translation>Last week (Monday to Sunday)</translation>
        </message>
        <message>
            <source>Trimestre passado</source>
            <translation>Last quarter</translation>
        </message>
        <message>
            <source>Volume, horários, canais, público e sentimento.</source>
            <translation>Volume, hours, channels, audience and sentiment.</translation>
        </message>
        <message>
            <source>da equipe</source>
            <translation>the team's</translation>
        </message>
        <message>
            <source>só seu</source>
            <translation>only yours</translation>
        </message>
        <message>
            <source>{n} gráficos · {whose}</source>
            <translation>{n} charts · {whose}</translation>
        </message>
        <message>
            <source>Últimos 30 dias</source>
            <translation>Last 30 days</translation>
        </message>
    </context>
    <context>
        <name>routes_texts</name>
        <message>
            <source> e </source>
            <translation> and </translation>
        </message>
        <message>
            <source> ou </source>
            <translation> or </translation>
        </message>
        <message>
            <source>atendimentos</source>
            <translation>cases</translation>
        </message>
        <message>
            <source>autor crítico</source>
            <translation>critical author</translation>
        </message>
        <message>
            <source>cliente VIP</source>
            <translation>VIP customer</translation>
        </message>
        <message>
            <source>crise de nível {level} ou mais grave</source>
            <translation>crisis of level {level} or more serious</translation>
        </message>
        <message>
            <source>reclamações</source>
            <translation>complaints</translation>
        </message>
        <message>
            <source>{count} {what} em {days} dias</source>
            <translation>{count} {what} in {days} days</translation>
        </message>
    </context>
    <context>
        <name>row_texts</name>
        <message>
            <source>Adiado até {when}</source>
            <translation>Snoozed until {when}</translation>
        </message>
        <message>
            <source>Aguarda cliente</source>
            <translation>Waits for customer</translation>
        </message>
        <message>
            <source>Aguarda {area}</source>
            <translation>Waits for {area}</translation>
        </message>
        <message>
            <source>Autor não identificado</source>
            <translation>Unknown author</translation>
        </message>
        <message>
            <source>Crise {level}</source>
            <translation>Crisis {level}</translation>
        </message>
        <message>
            <source>Menção</source>
            <translation>Mention</translation>
        </message>
        <message>
            <source>Protocolo {number}</source>
            <translation>Protocol {number}</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>VIP</translation>
        </message>
        <message>
            <source>hoje</source>
            <translation>today</translation>
        </message>
        <message>
            <source>marcada</source>
            <translation>marked</translation>
        </message>
        <message>
            <source>não lida</source>
            <translation>unread</translation>
        </message>
        <message>
            <source>ontem</source>
            <translation>yesterday</translation>
        </message>
        <message>
            <source>privada</source>
            <translation>private</translation>
        </message>
        <message>
            <source>pública</source>
            <translation>public</translation>
        </message>
        <message>
            <source>rascunho</source>
            <translation>draft</translation>
        </message>
        <message>
            <source>área</source>
            <translation>area</translation>
        </message>
    </context>
    <context>
        <name>screens</name>
        <message>
            <source>Ajuda</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>Banco da equipe</source>
            <translation>Team database</translation>
        </message>
        <message>
            <source>Banco neste computador</source>
            <translation>Database on this computer</translation>
        </message>
        <message>
            <source>Buscar protocolo, cliente, texto…</source>
            <translation>Search protocol, customer, text…</translation>
        </message>
        <message>
            <source>Clientes</source>
            <translation>Customers</translation>
        </message>
        <message>
            <source>Desfazer</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Desfeito</source>
            <translation>Undone</translation>
        </message>
        <message>
            <source>Entrada</source>
            <translation>Inbox</translation>
        </message>
        <message>
            <source>Geral</source>
            <translation>General</translation>
        </message>
        <message>
            <source>Importar</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>Nada para desfazer</source>
            <translation>Nothing to undo</translation>
        </message>
        <message>
            <source>Novo atendimento por telefone</source>
            <translation>New case by telephone</translation>
        </message>
        <message>
            <source>Procurar uma configuração…</source>
            <translation>Find a setting…</translation>
        </message>
        <message>
            <source>Relatórios</source>
            <translation>Reports</translation>
        </message>
        <message>
            <source>{place} sem resposta desde {time}. O que você digita fica guardado aqui.</source>
            <translation>{place} has not answered since {time}. What you type is kept here.</translation>
        </message>
        <message>
            <source>{place} · conectado</source>
            <translation>{place} · connected</translation>
        </message>
    </context>
    <context>
        <name>search_box</name>
        <message>
            <source>Esse protocolo tem um algarismo trocado. Confira com o cliente e tente de novo.</source>
            <translation>This protocol has a wrong digit. Check it with the customer and try again.</translation>
        </message>
        <message>
            <source>Ver {count} menções com “{text}”</source>
            <translation>View {count} mentions with “{text}”</translation>
        </message>
    </context>
    <context>
        <name>search_index</name>
        <message>
            <source>Alerta de volume fora do comum</source>
            <translation>Alert for unusual volume</translation>
        </message>
        <message>
            <source>Aprovação de respostas públicas por outra pessoa</source>
            <translation>Approval of public replies by someone else</translation>
        </message>
        <message>
            <source>Assuntos, naturezas e outros eixos da classificação</source>
            <translation>Subjects, natures and other classification axes</translation>
        </message>
        <message>
            <source>Aviso público do horário para a bio</source>
            <translation>Public notice of opening hours for the bio</translation>
        </message>
        <message>
            <source>Ação recomendada por situação</source>
            <translation>Recommended action by situation</translation>
        </message>
        <message>
            <source>Conectar e-mail, Instagram, Facebook, X e outras redes</source>
            <translation>Connect email, Instagram, Facebook, X and other networks</translation>
        </message>
        <message>
            <source>Cópia, verificação e lugar do banco de dados</source>
            <translation>Backup, check and place of the database</translation>
        </message>
        <message>
            <source>Feriados nacionais, estaduais e municipais</source>
            <translation>National, state and municipal holidays</translation>
        </message>
        <message>
            <source>Figura e nome da persona</source>
            <translation>Persona picture and name</translation>
        </message>
        <message>
            <source>Fluxo do atendimento e Ouvidoria</source>
            <translation>Case flow and Ombudsman</translation>
        </message>
        <message>
            <source>Fuso horário</source>
            <translation>Time zone</translation>
        </message>
        <message>
            <source>Horário de atendimento, almoço e turnos</source>
            <translation>Opening hours, lunch and shifts</translation>
        </message>
        <message>
            <source>Importar ou exportar a árvore em CSV</source>
            <translation>Import or export the tree as CSV</translation>
        </message>
        <message>
            <source>Levar ou trazer todas as regras em um arquivo</source>
            <translation>Take or bring all the rules in one file</translation>
        </message>
        <message>
            <source>Materiais de apoio e respostas guardadas</source>
            <translation>Support materials and kept replies</translation>
        </message>
        <message>
            <source>Missão, visão e valores</source>
            <translation>Mission, vision and values</translation>
        </message>
        <message>
            <source>Modelos de resposta e suas chaves</source>
            <translation>Reply templates and their keys</translation>
        </message>
        <message>
            <source>Mudar teclas e atalhos</source>
            <translation>Change keys and shortcuts</translation>
        </message>
        <message>
            <source>Palavras de perigo e níveis de crise</source>
            <translation>Danger words and crisis levels</translation>
        </message>
        <message>
            <source>Pessoas da equipe e perfis</source>
            <translation>Team members and roles</translation>
        </message>
        <message>
            <source>Prazo da primeira resposta e da solução (SLA)</source>
            <translation>Deadline for first response and solution (SLA)</translation>
        </message>
        <message>
            <source>Prazos da lei: decreto do SAC, comércio eletrônico, LGPD</source>
            <translation>Legal deadlines: SAC decree, e-commerce, LGPD</translation>
        </message>
        <message>
            <source>Quem mudou o quê nas regras</source>
            <translation>Who changed what in the rules</translation>
        </message>
        <message>
            <source>Quem responde cada assunto: SAC ou Marketing</source>
            <translation>Who answers each subject: SAC or Marketing</translation>
        </message>
        <message>
            <source>Regras que mandam menções para Monitorar</source>
            <translation>Rules that send mentions to Monitor</translation>
        </message>
        <message>
            <source>Resposta automática fora do horário</source>
            <translation>Automatic answer outside opening hours</translation>
        </message>
        <message>
            <source>Rotas: VIP, reclamação repetida, assunto e área</source>
            <translation>Routes: VIP, repeated complaint, subject and area</translation>
        </message>
        <message>
            <source>Senhas e chaves das contas</source>
            <translation>Account passwords and keys</translation>
        </message>
        <message>
            <source>Som dos avisos</source>
            <translation>Alert sounds</translation>
        </message>
        <message>
            <source>Tamanho da letra</source>
            <translation>Text size</translation>
        </message>
        <message>
            <source>Tema claro, escuro ou contraste</source>
            <translation>Light, dark or contrast theme</translation>
        </message>
        <message>
            <source>Temas que recebem uma só resposta ou nenhuma</source>
            <translation>Themes that get a single reply or none</translation>
        </message>
        <message>
            <source>Termos de busca, só ouvir, pausar um canal</source>
            <translation>Search terms, listen only, pausing a channel</translation>
        </message>
        <message>
            <source>Testar um texto na matriz de crises</source>
            <translation>Test a text in the crisis matrix</translation>
        </message>
        <message>
            <source>Trazer árvore pronta de banco, varejo, telefonia ou loja virtual</source>
            <translation>Bring in a ready-made tree for banking, retail, telecoms or online shop</translation>
        </message>
        <message>
            <source>Traços e tom da marca por natureza</source>
            <translation>Brand traits and tone by nature</translation>
        </message>
        <message>
            <source>Verificar ortografia</source>
            <translation>Check spelling</translation>
        </message>
        <message>
            <source>Áreas, representantes e prazo de resposta</source>
            <translation>Areas, representatives and deadline to answer</translation>
        </message>
    </context>
    <context>
        <name>search_pages</name>
        <message>
            <source>Busca</source>
            <translation>Search</translation>
        </message>
    </context>
    <context>
        <name>search_texts</name>
        <message>
            <source>+ 1 quase igual</source>
            <translation>+ 1 nearly the same</translation>
        </message>
        <message>
            <source>+ {n} quase iguais</source>
            <translation>+ {n} nearly the same</translation>
        </message>
        <message>
            <source>A busca é longa demais: usei só o começo dela.</source>
            <translation>The search is too long: I used only its beginning.</translation>
        </message>
        <message>
            <source>Anotações</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>Atendimentos</source>
            <translation>Cases</translation>
        </message>
        <message>
            <source>Clientes</source>
            <translation>Customers</translation>
        </message>
        <message>
            <source>Digite uma palavra, um protocolo ou o nome de um cliente.</source>
            <translation>Type a word, a protocol or a customer's name.</translation>
        </message>
        <message>
            <source>Materiais de apoio</source>
            <translation>Support materials</translation>
        </message>
        <message>
            <source>Menções</source>
            <translation>Mentions</translation>
        </message>
        <message>
            <source>Nada encontrado. Tente menos palavras, ou ligue “Outras formas da palavra”.</source>
            <translation>Nothing found. Try fewer words, or turn on “Other forms of the word”.</translation>
        </message>
        <message>
            <source>Não entendi a data “{value}”. Escreva como 21/11/2026.</source>
            <translation>I did not understand the date “{value}”. Write it like 21/11/2026.</translation>
        </message>
        <message>
            <source>O sinal de menos vale para palavras, canal:, sentimento: e estado:. Deixei {value} de fora.</source>
            <translation>The minus sign works for words, canal:, sentimento: and estado:. I left {value} out.</translation>
        </message>
        <message>
            <source>Ordem de relevância entre as 300 mais novas.</source>
            <translation>Order of relevance among the 300 newest.</translation>
        </message>
        <message>
            <source>Respostas enviadas</source>
            <translation>Replies sent</translation>
        </message>
        <message>
            <source>Soluções</source>
            <translation>Solutions</translation>
        </message>
        <message>
            <source>Só há palavras para deixar de fora. Diga também o que procurar.</source>
            <translation>There are only words to leave out. Say also what to look for.</translation>
        </message>
        <message>
            <source>a partir deste dia</source>
            <translation>from this day on</translation>
        </message>
        <message>
            <source>assunto do atendimento</source>
            <translation>subject of the case</translation>
        </message>
        <message>
            <source>até este dia</source>
            <translation>up to this day</translation>
        </message>
        <message>
            <source>busca recente</source>
            <translation>recent search</translation>
        </message>
        <message>
            <source>hoje</source>
            <translation>today</translation>
        </message>
        <message>
            <source>mais de {n}</source>
            <translation>more than {n}</translation>
        </message>
        <message>
            <source>natureza do atendimento</source>
            <translation>nature of the case</translation>
        </message>
        <message>
            <source>nome do cliente</source>
            <translation>customer's name</translation>
        </message>
        <message>
            <source>número ou um pedaço dele</source>
            <translation>number or a piece of it</translation>
        </message>
        <message>
            <source>ontem</source>
            <translation>yesterday</translation>
        </message>
        <message>
            <source>por onde chegou</source>
            <translation>where it came in</translation>
        </message>
        <message>
            <source>positivo, neutro, misto ou negativo</source>
            <translation>positive, neutral, mixed or negative</translation>
        </message>
        <message>
            <source>pt, en, es…</source>
            <translation>pt, en, es…</translation>
        </message>
        <message>
            <source>quem atende</source>
            <translation>who handles it</translation>
        </message>
        <message>
            <source>quem escreveu</source>
            <translation>who wrote it</translation>
        </message>
        <message>
            <source>situação</source>
            <translation>situation</translation>
        </message>
        <message>
            <source>{n} dias atrás</source>
            <translation>{n} days ago</translation>
        </message>
        <message>
            <source>área responsável</source>
            <translation>area in charge</translation>
        </message>
        <message>
            <source>“{value}” não é um protocolo inteiro nem um pedaço de um. Confira os algarismos.</source>
            <translation>“{value}” is neither a whole protocol nor a piece of one. Check the digits.</translation>
        </message>
    </context>
    <context>
        <name>section_names</name>
        <message>
            <source>De volta ao original</source>
            <translation>Back to the original</translation>
        </message>
        <message>
            <source>Dicionário da equipe</source>
            <translation>Team dictionary</translation>
        </message>
        <message>
            <source>Empresa</source>
            <translation>Company</translation>
        </message>
        <message>
            <source>Envio de respostas</source>
            <translation>Sending replies</translation>
        </message>
        <message>
            <source>Horário de atendimento</source>
            <translation>Opening hours</translation>
        </message>
        <message>
            <source>Materiais de apoio</source>
            <translation>Support materials</translation>
        </message>
        <message>
            <source>Matriz de crises</source>
            <translation>Crisis matrix</translation>
        </message>
        <message>
            <source>Modelos de resposta</source>
            <translation>Reply templates</translation>
        </message>
        <message>
            <source>Mudança desfeita</source>
            <translation>Change undone</translation>
        </message>
        <message>
            <source>Persona da marca</source>
            <translation>Brand persona</translation>
        </message>
        <message>
            <source>Política de atendimento</source>
            <translation>Service policy</translation>
        </message>
        <message>
            <source>Prazos</source>
            <translation>Deadlines</translation>
        </message>
        <message>
            <source>Prazos da lei</source>
            <translation>Legal deadlines</translation>
        </message>
        <message>
            <source>Regra mudada</source>
            <translation>Rule changed</translation>
        </message>
        <message>
            <source>Rotas</source>
            <translation>Routes</translation>
        </message>
        <message>
            <source>Situações e ações</source>
            <translation>Situations and actions</translation>
        </message>
        <message>
            <source>Tamanho da equipe</source>
            <translation>Team size</translation>
        </message>
        <message>
            <source>Trazida de um arquivo</source>
            <translation>Brought in from a file</translation>
        </message>
        <message>
            <source>Áreas</source>
            <translation>Areas</translation>
        </message>
        <message>
            <source>Árvore de classificação</source>
            <translation>Classification tree</translation>
        </message>
    </context>
    <context>
        <name>sections</name>
        <message>
            <source>Assuntos</source>
            <translation>Subjects</translation>
        </message>
        <message>
            <source>Atendimento e prazos</source>
            <translation>Service and deadlines</translation>
        </message>
        <message>
            <source>Crises</source>
            <translation>Crises</translation>
        </message>
        <message>
            <source>Engajamento × sentimento</source>
            <translation>Engagement × sentiment</translation>
        </message>
        <message>
            <source>Horário nobre</source>
            <translation>Peak hours</translation>
        </message>
        <message>
            <source>Indicadores de negócio</source>
            <translation>Business indicators</translation>
        </message>
        <message>
            <source>Indicadores do negócio</source>
            <translation>Indicators of the business</translation>
        </message>
        <message>
            <source>Métricas</source>
            <translation>Metrics</translation>
        </message>
        <message>
            <source>Público e personas</source>
            <translation>Audience and personas</translation>
        </message>
        <message>
            <source>Sensibilidade crítica</source>
            <translation>Critical sensitivity</translation>
        </message>
        <message>
            <source>Sentimento</source>
            <translation>Sentiment</translation>
        </message>
        <message>
            <source>Visão geral</source>
            <translation>Overview</translation>
        </message>
        <message>
            <source>Volume e canais</source>
            <translation>Volume and channels</translation>
        </message>
    </context>
    <context>
        <name>settings_makers</name>
        <message>
            <source>Aparência</source>
            <translation>Appearance</translation>
        </message>
        <message>
            <source>Arquivo de regras</source>
            <translation>Rules file</translation>
        </message>
        <message>
            <source>Banco de dados</source>
            <translation>Database</translation>
        </message>
        <message>
            <source>Canais</source>
            <translation>Channels</translation>
        </message>
        <message>
            <source>Equipe</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>Histórico de mudanças</source>
            <translation>Change history</translation>
        </message>
        <message>
            <source>Horário de atendimento</source>
            <translation>Opening hours</translation>
        </message>
        <message>
            <source>Materiais de apoio</source>
            <translation>Support materials</translation>
        </message>
        <message>
            <source>Matriz de crises</source>
            <translation>Crisis matrix</translation>
        </message>
        <message>
            <source>Modelos de resposta</source>
            <translation>Reply templates</translation>
        </message>
        <message>
            <source>Persona da marca</source>
            <translation>Brand persona</translation>
        </message>
        <message>
            <source>Política de atendimento</source>
            <translation>Service policy</translation>
        </message>
        <message>
            <source>Prazos</source>
            <translation>Deadlines</translation>
        </message>
        <message>
            <source>Regras de entrada</source>
            <translation>Intake rules</translation>
        </message>
        <message>
            <source>Situações e ações</source>
            <translation>Situations and actions</translation>
        </message>
        <message>
            <source>Teclas</source>
            <translation>Keys</translation>
        </message>
        <message>
            <source>Áreas e fluxos</source>
            <translation>Areas and flows</translation>
        </message>
        <message>
            <source>Árvore de classificação</source>
            <translation>Classification tree</translation>
        </message>
    </context>
    <context>
        <name>settings_search</name>
        <message>
            <source>Configurações</source>
            <translation>Settings</translation>
        </message>
    </context>
    <context>
        <name>side_route</name>
        <message>
            <source>autor crítico</source>
            <translation>critical author</translation>
        </message>
        <message>
            <source>canal</source>
            <translation>channel</translation>
        </message>
        <message>
            <source>classificação</source>
            <translation>classification</translation>
        </message>
        <message>
            <source>cliente VIP</source>
            <translation>VIP customer</translation>
        </message>
        <message>
            <source>nível de crise</source>
            <translation>crisis level</translation>
        </message>
        <message>
            <source>reclamação repetida</source>
            <translation>repeated complaint</translation>
        </message>
    </context>
    <context>
        <name>spell_check</name>
        <message>
            <source>Corrigir a palavra</source>
            <translation>Correct the word</translation>
        </message>
        <message>
            <source>Escrita</source>
            <translation>Writing</translation>
        </message>
    </context>
    <context>
        <name>state_words</name>
        <message>
            <source>A triar</source>
            <translation>To triage</translation>
        </message>
        <message>
            <source>Aguardando cliente</source>
            <translation>Waiting for customer</translation>
        </message>
        <message>
            <source>Aguardando área</source>
            <translation>Waiting for area</translation>
        </message>
        <message>
            <source>Anulado</source>
            <translation>Voided</translation>
        </message>
        <message>
            <source>Em atendimento</source>
            <translation>In service</translation>
        </message>
        <message>
            <source>Em caso</source>
            <translation>In a case</translation>
        </message>
        <message>
            <source>Encerrado</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Ignorada</source>
            <translation>Ignored</translation>
        </message>
        <message>
            <source>Monitorar</source>
            <translation>Monitor</translation>
        </message>
        <message>
            <source>Novo</source>
            <translation>New</translation>
        </message>
        <message>
            <source>Reaberto</source>
            <translation>Reopened</translation>
        </message>
        <message>
            <source>Resolvido</source>
            <translation>Resolved</translation>
        </message>
        <message>
            <source>Unido</source>
            <translation>Merged</translation>
        </message>
    </context>
    <context>
        <name>step_texts</name>
        <message>
            <source>a obrigação legal</source>
            <translation>the legal duty</translation>
        </message>
        <message>
            <source>a área</source>
            <translation>the area</translation>
        </message>
        <message>
            <source>adiado, volta para a fila</source>
            <translation>snoozed, comes back to the queue</translation>
        </message>
        <message>
            <source>alguém assumir o atendimento e responder</source>
            <translation>someone takes the case and answers</translation>
        </message>
        <message>
            <source>classificar natureza e assunto</source>
            <translation>classify nature and subject</translation>
        </message>
        <message>
            <source>cumprir a obrigação: {duty}</source>
            <translation>meet the duty: {duty}</translation>
        </message>
        <message>
            <source>cumprir a promessa “{promise}”</source>
            <translation>keep the promise “{promise}”</translation>
        </message>
        <message>
            <source>cumprir o prazo da lei</source>
            <translation>meet the legal deadline</translation>
        </message>
        <message>
            <source>dar a primeira resposta</source>
            <translation>give the first response</translation>
        </message>
        <message>
            <source>dar notícias ao cliente</source>
            <translation>give the customer news</translation>
        </message>
        <message>
            <source>encerrar: já tem solução e resposta</source>
            <translation>close: solution and reply are there</translation>
        </message>
        <message>
            <source>escrever a solução</source>
            <translation>write the solution</translation>
        </message>
        <message>
            <source>fazer o pós-atendimento</source>
            <translation>follow up with the customer</translation>
        </message>
        <message>
            <source>fechar o atendimento</source>
            <translation>close the case</translation>
        </message>
        <message>
            <source>informar o protocolo ao cliente</source>
            <translation>tell the customer the protocol</translation>
        </message>
        <message>
            <source>ler o que o cliente respondeu e ver se reabre</source>
            <translation>read what the customer answered and see whether it reopens</translation>
        </message>
        <message>
            <source>nada a fazer</source>
            <translation>nothing to do</translation>
        </message>
        <message>
            <source>o cliente responder</source>
            <translation>the customer answers</translation>
        </message>
        <message>
            <source>responder a crise</source>
            <translation>answer the crisis</translation>
        </message>
        <message>
            <source>responder o cliente</source>
            <translation>answer the customer</translation>
        </message>
        <message>
            <source>resposta de {area}</source>
            <translation>answer of {area}</translation>
        </message>
        <message>
            <source>ver o atendimento</source>
            <translation>view the case</translation>
        </message>
        <message>
            <source>{what} (era até {when})</source>
            <translation>{what} (was due {when})</translation>
        </message>
        <message>
            <source>{what} até {when}</source>
            <translation>{what} by {when}</translation>
        </message>
    </context>
    <context>
        <name>suggestion_texts</name>
        <message>
            <source>Acerta {hits} de 100; dizer sempre o mais comum acertaria {guess}.</source>
            <translation>Right in {hits} of 100; always saying the most common would be right in {guess}.</translation>
        </message>
        <message>
            <source>Acerta {hits} de 100; dizer sempre o mais comum acertaria {guess}. Como não supera o chute com segurança, não sugere nada.</source>
            <translation>Right in {hits} of 100; always saying the most common would be right in {guess}. As it does not safely beat a guess, it suggests nothing.</translation>
        </message>
        <message>
            <source>Ainda não houve treino. Classifique atendimentos, e o Balcão aprende com eles.</source>
            <translation>There has been no training yet. Classify cases, and Balcão learns from them.</translation>
        </message>
        <message>
            <source>Ainda sem treino</source>
            <translation>Not trained yet</translation>
        </message>
        <message>
            <source>Confirmado por pessoas: {share} ({confirmed} de {all} atendimentos com este eixo).</source>
            <translation>Confirmed by people: {share} ({confirmed} of {all} cases with this axis).</translation>
        </message>
        <message>
            <source>Desligado</source>
            <translation>Off</translation>
        </message>
        <message>
            <source>F1 médio: {f1}; do chute: {guess}. Nele cada tipo pesa igual, também os raros.</source>
            <translation>Mean F1: {f1}; guessing: {guess}. In it every kind weighs the same, the rare ones too.</translation>
        </message>
        <message>
            <source>Há poucos exemplos confirmados por pessoas: {examples}. São precisos pelo menos {least}, com {each} de cada tipo.</source>
            <translation>There are few examples confirmed by people: {examples}. At least {least} are needed, with {each} of each kind.</translation>
        </message>
        <message>
            <source>Medido em {tested} atendimentos, um quinto de cada vez, sempre fora do treino.</source>
            <translation>Measured on {tested} cases, one fifth at a time, always left out of the training.</translation>
        </message>
        <message>
            <source>Medido nos {tested} atendimentos mais novos, que o treino não tinha visto.</source>
            <translation>Measured on the {tested} newest cases, which the training had not seen.</translation>
        </message>
        <message>
            <source>Não sugere: não supera o chute</source>
            <translation>Suggests nothing: does not beat guessing</translation>
        </message>
        <message>
            <source>Os {examples} exemplos são praticamente todos do mesmo tipo: não há o que escolher.</source>
            <translation>The {examples} examples are practically all of the same kind: there is nothing to choose.</translation>
        </message>
        <message>
            <source>Poucos exemplos</source>
            <translation>Few examples</translation>
        </message>
        <message>
            <source>Sugere</source>
            <translation>Suggests</translation>
        </message>
        <message>
            <source>Sugere quando tem pelo menos {floor} de confiança: em {covered} de 100 atendimentos, e destas sugestões {right} em 100 estavam certas.</source>
            <translation>Suggests when it is at least {floor} sure: in {covered} of 100 cases, and of these suggestions {right} in 100 were right.</translation>
        </message>
        <message>
            <source>Um tipo só</source>
            <translation>Only one kind</translation>
        </message>
        <message>
            <source>{share} dos exemplos têm o mesmo texto de outro atendimento classificado de outro jeito: vale combinar com a equipe como classificar.</source>
            <translation>{share} of the examples have the same text as another case classified differently: it is worth agreeing with the team how to classify.</translation>
        </message>
        <message>
            <source>Último treino: {when}, com {examples} exemplos.</source>
            <translation>Last training: {when}, with {examples} examples.</translation>
        </message>
    </context>
    <context>
        <name>swot_words</name>
        <message>
            <source>Ameaças</source>
            <translation>Threats</translation>
        </message>
        <message>
            <source>Do que o público reclama.</source>
            <translation>What the public complains about.</translation>
        </message>
        <message>
            <source>Elogios a {topic}</source>
            <translation>Praise for {topic}</translation>
        </message>
        <message>
            <source>Forças</source>
            <translation>Strengths</translation>
        </message>
        <message>
            <source>Fraquezas</source>
            <translation>Weaknesses</translation>
        </message>
        <message>
            <source>O que chegou a nível de crise.</source>
            <translation>What reached a crisis level.</translation>
        </message>
        <message>
            <source>O que o público elogia.</source>
            <translation>What the public praises.</translation>
        </message>
        <message>
            <source>O que o público pede e sugere.</source>
            <translation>What the public asks for and suggests.</translation>
        </message>
        <message>
            <source>Oportunidades</source>
            <translation>Opportunities</translation>
        </message>
        <message>
            <source>Pedidos e sugestões sobre {topic}</source>
            <translation>Requests and suggestions about {topic}</translation>
        </message>
        <message>
            <source>Queixas de {topic}</source>
            <translation>Complaints about {topic}</translation>
        </message>
        <message>
            <source>Risco de crise em {topic}</source>
            <translation>Crisis risk in {topic}</translation>
        </message>
        <message>
            <source>{n} atendimentos</source>
            <translation>{n} cases</translation>
        </message>
        <message>
            <source>{n} atendimentos em crise</source>
            <translation>{n} cases in crisis</translation>
        </message>
        <message>
            <source>{n} menções negativas ({share} %)</source>
            <translation>{n} negative mentions ({share} %)</translation>
        </message>
        <message>
            <source>{n} menções positivas ({share} %)</source>
            <translation>{n} positive mentions ({share} %)</translation>
        </message>
    </context>
    <context>
        <name>tables</name>
        <message>
            <source>Assunto</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>Canal</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Classificação</source>
            <translation>Classification</translation>
        </message>
        <message>
            <source>Dia</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>Dia da semana</source>
            <translation>Day of the week</translation>
        </message>
        <message>
            <source>Hora</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>Linha</source>
            <translation>Row</translation>
        </message>
        <message>
            <source>Mês de</source>
            <translation>Month of</translation>
        </message>
        <message>
            <source>Nível</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>O quê</source>
            <translation>What</translation>
        </message>
        <message>
            <source>Pessoa</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>Semana desde</source>
            <translation>Week from</translation>
        </message>
        <message>
            <source>Sentimento</source>
            <translation>Sentiment</translation>
        </message>
        <message>
            <source>até</source>
            <translation>to</translation>
        </message>
        <message>
            <source>de</source>
            <translation>from</translation>
        </message>
        <message>
            <source>minutos</source>
            <translation>minutes</translation>
        </message>
        <message>
            <source>Área</source>
            <translation>Area</translation>
        </message>
    </context>
    <context>
        <name>targets_texts</name>
        <message>
            <source>1 dia</source>
            <translation>1 day</translation>
        </message>
        <message>
            <source>1 dia corrido</source>
            <translation>1 calendar day</translation>
        </message>
        <message>
            <source>1 dia útil</source>
            <translation>1 working day</translation>
        </message>
        <message>
            <source>1ª resposta em {first}, solução em {resolution} ({kind})</source>
            <translation>First response in {first}, solution in {resolution} ({kind})</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>VIP</translation>
        </message>
        <message>
            <source>crise nível {n}</source>
            <translation>crisis level {n}</translation>
        </message>
        <message>
            <source>dias corridos</source>
            <translation>calendar days</translation>
        </message>
        <message>
            <source>dias úteis</source>
            <translation>working days</translation>
        </message>
        <message>
            <source>imediato</source>
            <translation>immediate</translation>
        </message>
        <message>
            <source>natureza retirada</source>
            <translation>nature removed</translation>
        </message>
        <message>
            <source>não VIP</source>
            <translation>not VIP</translation>
        </message>
        <message>
            <source>tempo corrido</source>
            <translation>round-the-clock time</translation>
        </message>
        <message>
            <source>tempo útil</source>
            <translation>working time</translation>
        </message>
        <message>
            <source>todos os atendimentos</source>
            <translation>all cases</translation>
        </message>
        <message>
            <source>{n} dias</source>
            <translation>{n} days</translation>
        </message>
        <message>
            <source>{n} dias corridos</source>
            <translation>{n} calendar days</translation>
        </message>
        <message>
            <source>{n} dias úteis</source>
            <translation>{n} working days</translation>
        </message>
        <message>
            <source>{n} h</source>
            <translation>{n} h</translation>
        </message>
        <message>
            <source>{n} min</source>
            <translation>{n} min</translation>
        </message>
    </context>
    <context>
        <name>texts</name>
        <message>
            <source>, em privado</source>
            <translation>, in private</translation>
        </message>
        <message>
            <source>, em público</source>
            <translation>, in public</translation>
        </message>
        <message>
            <source>, uma palavra em público e o resto em privado</source>
            <translation>, a word in public and the rest in private</translation>
        </message>
        <message>
            <source>1 menção no limite para identificar</source>
            <translation>1 mention at its limit to identify</translation>
        </message>
        <message>
            <source>1 menção no limite para responder</source>
            <translation>1 mention at its limit to answer</translation>
        </message>
        <message>
            <source>A pessoa falou direto com a marca.</source>
            <translation>The person spoke to the brand directly.</translation>
        </message>
        <message>
            <source>A pessoa não falou direto com a marca.</source>
            <translation>The person did not speak to the brand directly.</translation>
        </message>
        <message>
            <source>A solução está escrita: conte ao cliente.</source>
            <translation>The solution is written: tell the customer.</translation>
        </message>
        <message>
            <source>Aguardando cliente</source>
            <translation>Waiting for customer</translation>
        </message>
        <message>
            <source>Aguardando área</source>
            <translation>Waiting for area</translation>
        </message>
        <message>
            <source>Ainda falta preencher alguma coisa.</source>
            <translation>Something is still to be filled in.</translation>
        </message>
        <message>
            <source>Ainda não houve atendimento para contestar.</source>
            <translation>There has been no service to dispute yet.</translation>
        </message>
        <message>
            <source>Ainda sem classificação: tecle C.</source>
            <translation>Not classified yet: press C.</translation>
        </message>
        <message>
            <source>Anulado</source>
            <translation>Voided</translation>
        </message>
        <message>
            <source>Apareceu para {shown}, visto por {seen}</source>
            <translation>Appeared for {shown}, seen by {seen}</translation>
        </message>
        <message>
            <source>Assumido por {name}, {when}</source>
            <translation>Taken by {name}, {when}</translation>
        </message>
        <message>
            <source>Assunto</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>Atendimento {protocol}: +{shares} compartilhamentos, +{replies} respostas, +{others} casos parecidos.</source>
            <translation>Case {protocol}: +{shares} shares, +{replies} replies, +{others} similar cases.</translation>
        </message>
        <message>
            <source>Balcão</source>
            <translation>Counter</translation>
        </message>
        <message>
            <source>Chamando {area}: {room}</source>
            <translation>Calling {area}: {room}</translation>
        </message>
        <message>
            <source>Chegam muito mais menções do que esta hora costuma ter.</source>
            <translation>Far more mentions are coming in than usual for this hour.</translation>
        </message>
        <message>
            <source>Conte ao cliente que a área já está com o caso.</source>
            <translation>Tell the customer that the area has the case.</translation>
        </message>
        <message>
            <source>Crise</source>
            <translation>Crisis</translation>
        </message>
        <message>
            <source>Crise nível {level}</source>
            <translation>Crisis level {level}</translation>
        </message>
        <message>
            <source>Crise nível {level}: palavra de perigo na mensagem.</source>
            <translation>Crisis level {level}: danger word in the message.</translation>
        </message>
        <message>
            <source>EXERCÍCIO</source>
            <translation>DRILL</translation>
        </message>
        <message>
            <source>Em atendimento</source>
            <translation>In service</translation>
        </message>
        <message>
            <source>Este canal é privado.</source>
            <translation>This channel is private.</translation>
        </message>
        <message>
            <source>Este tema já recebeu a sua resposta.</source>
            <translation>This theme has already had its reply.</translation>
        </message>
        <message>
            <source>Este tema recebe só uma resposta.</source>
            <translation>This matter gets one reply only.</translation>
        </message>
        <message>
            <source>Faltam os feriados de {year}</source>
            <translation>The holidays of {year} are missing</translation>
        </message>
        <message>
            <source>Fechado</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>Fechado 1º nível</source>
            <translation>Closed at 1st level</translation>
        </message>
        <message>
            <source>Fechado 2º nível</source>
            <translation>Closed at 2nd level</translation>
        </message>
        <message>
            <source>Fechado Ouvidoria</source>
            <translation>Closed by the Ombudsman</translation>
        </message>
        <message>
            <source>Há dados pessoais na conversa.</source>
            <translation>There are personal data in the conversation.</translation>
        </message>
        <message>
            <source>Ler e decidir</source>
            <translation>Read and decide</translation>
        </message>
        <message>
            <source>Natureza</source>
            <translation>Nature</translation>
        </message>
        <message>
            <source>Natureza: {nature}.</source>
            <translation>Nature: {nature}.</translation>
        </message>
        <message>
            <source>Ninguém assumiu ainda</source>
            <translation>Nobody has taken it yet</translation>
        </message>
        <message>
            <source>Novo</source>
            <translation>New</translation>
        </message>
        <message>
            <source>Não chega nada há {hours} horas, e este horário costuma ter movimento. Veja em Canais se está tudo bem.</source>
            <translation>Nothing has arrived for {hours} hours, and this time is usually busy. Check in Channels that all is well.</translation>
        </message>
        <message>
            <source>Não conseguimos mais ler este canal. Abra Canais para ver o motivo e o que fazer.</source>
            <translation>We can no longer read this channel. Open Channels to see why and what to do.</translation>
        </message>
        <message>
            <source>Não há área de Comunicação / RP para avisar.</source>
            <translation>There is no Communications / PR area to tell.</translation>
        </message>
        <message>
            <source>Não é possível agora.</source>
            <translation>Not possible now.</translation>
        </message>
        <message>
            <source>Não é preciso responder</source>
            <translation>No need to answer</translation>
        </message>
        <message>
            <source>O atendimento está fechado. Reabra para continuar.</source>
            <translation>The case is closed. Reopen it to go on.</translation>
        </message>
        <message>
            <source>O atendimento foi anulado.</source>
            <translation>The case was voided.</translation>
        </message>
        <message>
            <source>O atendimento foi unido a outro.</source>
            <translation>The case was merged with another.</translation>
        </message>
        <message>
            <source>O atendimento já está aberto.</source>
            <translation>The case is open already.</translation>
        </message>
        <message>
            <source>O atendimento já está resolvido. Reabra para continuar.</source>
            <translation>The case is resolved already. Reopen it to go on.</translation>
        </message>
        <message>
            <source>O atendimento não está com nenhuma área.</source>
            <translation>The case is not with any area.</translation>
        </message>
        <message>
            <source>O cliente ainda não sabe o protocolo.</source>
            <translation>The customer does not know the protocol yet.</translation>
        </message>
        <message>
            <source>O limite é {time}.</source>
            <translation>The limit is {time}.</translation>
        </message>
        <message>
            <source>Palavras: {words}.</source>
            <translation>Words: {words}.</translation>
        </message>
        <message>
            <source>Pela política, SAC e Marketing respondem este assunto.</source>
            <translation>By the policy, SAC and Marketing answer this subject.</translation>
        </message>
        <message>
            <source>Pela política, quem responde este assunto é o Marketing.</source>
            <translation>By the policy, Marketing answers this subject.</translation>
        </message>
        <message>
            <source>Prazo vencendo</source>
            <translation>Deadline due soon</translation>
        </message>
        <message>
            <source>Promessa vencendo</source>
            <translation>Promise due soon</translation>
        </message>
        <message>
            <source>Reaberto</source>
            <translation>Reopened</translation>
        </message>
        <message>
            <source>Reconheça em público e siga em privado</source>
            <translation>Acknowledge in public and carry on in private</translation>
        </message>
        <message>
            <source>Regra: {rule}.</source>
            <translation>Rule: {rule}.</translation>
        </message>
        <message>
            <source>Resolvido</source>
            <translation>Resolved</translation>
        </message>
        <message>
            <source>Responda em privado</source>
            <translation>Answer in private</translation>
        </message>
        <message>
            <source>Responda em público</source>
            <translation>Answer in public</translation>
        </message>
        <message>
            <source>Resposta ao cliente</source>
            <translation>Reply to the customer</translation>
        </message>
        <message>
            <source>Sala aberta: {room}</source>
            <translation>Room open: {room}</translation>
        </message>
        <message>
            <source>Se for responder, só em privado</source>
            <translation>If you answer, only in private</translation>
        </message>
        <message>
            <source>Sem ninguém cadastrado: avise pelo contato da área.</source>
            <translation>Nobody registered: use the area's contact.</translation>
        </message>
        <message>
            <source>Seu perfil não permite isso.</source>
            <translation>Your role does not allow this.</translation>
        </message>
        <message>
            <source>Situação grave está se espalhando</source>
            <translation>A grave case is spreading</translation>
        </message>
        <message>
            <source>Situação: {situation}.</source>
            <translation>Situation: {situation}.</translation>
        </message>
        <message>
            <source>Solução</source>
            <translation>Solution</translation>
        </message>
        <message>
            <source>Só depois de resolvido.</source>
            <translation>Only after it is resolved.</translation>
        </message>
        <message>
            <source>Tema fora do assunto da empresa.</source>
            <translation>Off the company's subjects.</translation>
        </message>
        <message>
            <source>Tema que a equipe não responde.</source>
            <translation>Theme the team does not answer.</translation>
        </message>
        <message>
            <source>Tom: {traits}</source>
            <translation>Tone: {traits}</translation>
        </message>
        <message>
            <source>Uma resposta pública e simples, sem tréplica</source>
            <translation>One simple public reply, with no second round</translation>
        </message>
        <message>
            <source>Unido</source>
            <translation>Merged</translation>
        </message>
        <message>
            <source>Volume fora do comum</source>
            <translation>Unusual volume</translation>
        </message>
        <message>
            <source>a resposta ajuda outras pessoas</source>
            <translation>the reply helps other people</translation>
        </message>
        <message>
            <source>abriu a sala</source>
            <translation>opened the room</translation>
        </message>
        <message>
            <source>agora</source>
            <translation>now</translation>
        </message>
        <message>
            <source>alertou todas as estações</source>
            <translation>alerted every workstation</translation>
        </message>
        <message>
            <source>amanhã {time}</source>
            <translation>tomorrow {time}</translation>
        </message>
        <message>
            <source>anotou</source>
            <translation>noted</translation>
        </message>
        <message>
            <source>aprovou a posição</source>
            <translation>approved the position</translation>
        </message>
        <message>
            <source>assumiu o alerta</source>
            <translation>took the alert</translation>
        </message>
        <message>
            <source>atendimento {protocol}</source>
            <translation>case {protocol}</translation>
        </message>
        <message>
            <source>atrasado {span}</source>
            <translation>{span} late</translation>
        </message>
        <message>
            <source>avisou {area}</source>
            <translation>told {area}</translation>
        </message>
        <message>
            <source>correndo</source>
            <translation>running</translation>
        </message>
        <message>
            <source>decidiu</source>
            <translation>decided</translation>
        </message>
        <message>
            <source>desfez uma mudança da posição</source>
            <translation>undid a change to the position</translation>
        </message>
        <message>
            <source>encerrou a sala</source>
            <translation>closed the room</translation>
        </message>
        <message>
            <source>escreveu a posição</source>
            <translation>wrote the position</translation>
        </message>
        <message>
            <source>estourado</source>
            <translation>overdue</translation>
        </message>
        <message>
            <source>falta classificar</source>
            <translation>to be classified</translation>
        </message>
        <message>
            <source>faltam {span}</source>
            <translation>{span} left</translation>
        </message>
        <message>
            <source>fora do prazo</source>
            <translation>past the deadline</translation>
        </message>
        <message>
            <source>hoje {time}</source>
            <translation>today {time}</translation>
        </message>
        <message>
            <source>há dados pessoais</source>
            <translation>there is personal data</translation>
        </message>
        <message>
            <source>há {span}</source>
            <translation>{span} ago</translation>
        </message>
        <message>
            <source>juntou 1 menção</source>
            <translation>added 1 mention</translation>
        </message>
        <message>
            <source>juntou {n} menções</source>
            <translation>added {n} mentions</translation>
        </message>
        <message>
            <source>já houve uma resposta</source>
            <translation>there has already been a reply</translation>
        </message>
        <message>
            <source>limite para identificar</source>
            <translation>limit to identify</translation>
        </message>
        <message>
            <source>limite para responder</source>
            <translation>limit to answer</translation>
        </message>
        <message>
            <source>no prazo</source>
            <translation>in time</translation>
        </message>
        <message>
            <source>não há problema a resolver</source>
            <translation>there is no problem to solve</translation>
        </message>
        <message>
            <source>o agradecimento é visto por todos</source>
            <translation>everyone sees the thanks</translation>
        </message>
        <message>
            <source>o canal é privado</source>
            <translation>the channel is private</translation>
        </message>
        <message>
            <source>o problema se resolve melhor a sós</source>
            <translation>the problem is better solved one to one</translation>
        </message>
        <message>
            <source>o tema foge do assunto</source>
            <translation>the theme is off the subject</translation>
        </message>
        <message>
            <source>o tema não se responde</source>
            <translation>the theme is not to be answered</translation>
        </message>
        <message>
            <source>ontem</source>
            <translation>yesterday</translation>
        </message>
        <message>
            <source>ontem {time}</source>
            <translation>yesterday {time}</translation>
        </message>
        <message>
            <source>privado</source>
            <translation>private</translation>
        </message>
        <message>
            <source>público</source>
            <translation>public</translation>
        </message>
        <message>
            <source>reabriu a sala</source>
            <translation>reopened the room</translation>
        </message>
        <message>
            <source>registrou que {area} confirmou</source>
            <translation>recorded that {area} confirmed</translation>
        </message>
        <message>
            <source>respondeu no atendimento {protocol}</source>
            <translation>answered in case {protocol}</translation>
        </message>
        <message>
            <source>retirou a aprovação da posição</source>
            <translation>withdrew the approval of the position</translation>
        </message>
        <message>
            <source>sem prazo</source>
            <translation>no deadline</translation>
        </message>
        <message>
            <source>tirou 1 menção</source>
            <translation>took out 1 mention</translation>
        </message>
        <message>
            <source>tirou {n} menções</source>
            <translation>removed {n} mentions</translation>
        </message>
        <message>
            <source>vence em {span}</source>
            <translation>due in {span}</translation>
        </message>
        <message>
            <source>{account} está em silêncio</source>
            <translation>{account} is silent</translation>
        </message>
        <message>
            <source>{account} precisa de você</source>
            <translation>{account} needs you</translation>
        </message>
        <message>
            <source>{area} foi avisada: {people}.</source>
            <translation>{area} was told: {people}.</translation>
        </message>
        <message>
            <source>{area} não tem ninguém cadastrado: avise por telefone.</source>
            <translation>{area} has nobody registered: tell them by phone.</translation>
        </message>
        <message>
            <source>{came} de negativas nesta hora; o costume é {usual}.</source>
            <translation>{came} negative this hour; usually {usual}.</translation>
        </message>
        <message>
            <source>{came} menções nesta hora; o costume é {usual}.</source>
            <translation>{came} mentions this hour; usually {usual}.</translation>
        </message>
        <message>
            <source>{days} d</source>
            <translation>{days} d</translation>
        </message>
        <message>
            <source>{done} de {total}</source>
            <translation>{done} of {total}</translation>
        </message>
        <message>
            <source>{first} e {last}</source>
            <translation>{first} and {last}</translation>
        </message>
        <message>
            <source>{hours} h</source>
            <translation>{hours} h</translation>
        </message>
        <message>
            <source>{minutes} min</source>
            <translation>{minutes} min</translation>
        </message>
        <message>
            <source>{n} menção em nível de crise</source>
            <translation>{n} mention at crisis level</translation>
        </message>
        <message>
            <source>{n} menções em nível de crise</source>
            <translation>{n} mentions at crisis level</translation>
        </message>
        <message>
            <source>{n} menções no limite para identificar</source>
            <translation>{n} mentions at their limit to identify</translation>
        </message>
        <message>
            <source>{n} menções no limite para responder</source>
            <translation>{n} mentions at their limit to answer</translation>
        </message>
        <message>
            <source>{rate}/s</source>
            <translation>{rate}/s</translation>
        </message>
        <message>
            <source>{seconds} s</source>
            <translation>{seconds} s</translation>
        </message>
        <message>
            <source>{thousands} mil</source>
            <translation>{thousands}k</translation>
        </message>
        <message>
            <source>é crise</source>
            <translation>it is a crisis</translation>
        </message>
    </context>
    <context>
        <name>tree_actions</name>
        <message>
            <source>Aposentar item ou trazer de volta</source>
            <translation>Retire item or bring it back</translation>
        </message>
        <message>
            <source>Descer entre os irmãos</source>
            <translation>Move down among siblings</translation>
        </message>
        <message>
            <source>Filtrar a árvore</source>
            <translation>Filter the tree</translation>
        </message>
        <message>
            <source>Juntar item com…</source>
            <translation>Merge item with…</translation>
        </message>
        <message>
            <source>Levar para dentro do anterior</source>
            <translation>Move inside the previous one</translation>
        </message>
        <message>
            <source>Levar para fora</source>
            <translation>Move out</translation>
        </message>
        <message>
            <source>Mover item para…</source>
            <translation>Move item to…</translation>
        </message>
        <message>
            <source>Novo item abaixo deste</source>
            <translation>New item below this one</translation>
        </message>
        <message>
            <source>Novo item dentro deste</source>
            <translation>New item inside this one</translation>
        </message>
        <message>
            <source>Renomear item</source>
            <translation>Rename item</translation>
        </message>
        <message>
            <source>Subir entre os irmãos</source>
            <translation>Move up among siblings</translation>
        </message>
        <message>
            <source>Árvore de classificação</source>
            <translation>Classification tree</translation>
        </message>
    </context>
    <context>
        <name>tree_texts</name>
        <message>
            <source>1 caso</source>
            <translation>1 case</translation>
        </message>
        <message>
            <source>1 item dentro dele</source>
            <translation>1 item inside it</translation>
        </message>
        <message>
            <source>1 linha com problema</source>
            <translation>1 row with a problem</translation>
        </message>
        <message>
            <source>1 menção</source>
            <translation>1 mention</translation>
        </message>
        <message>
            <source>A tecla “{text}” já é de outro item.</source>
            <translation>The key “{text}” already belongs to another item.</translation>
        </message>
        <message>
            <source>Aposenta</source>
            <translation>Retires</translation>
        </message>
        <message>
            <source>Aposentado</source>
            <translation>Retired</translation>
        </message>
        <message>
            <source>Azul</source>
            <translation>Blue</translation>
        </message>
        <message>
            <source>Cinza</source>
            <translation>Grey</translation>
        </message>
        <message>
            <source>Cinza-azulado</source>
            <translation>Blue-grey</translation>
        </message>
        <message>
            <source>Cor</source>
            <translation>Colour</translation>
        </message>
        <message>
            <source>Exemplos</source>
            <translation>Examples</translation>
        </message>
        <message>
            <source>Falta o nome.</source>
            <translation>The name is missing.</translation>
        </message>
        <message>
            <source>Já existe</source>
            <translation>Already exists</translation>
        </message>
        <message>
            <source>Laranja</source>
            <translation>Orange</translation>
        </message>
        <message>
            <source>Muda</source>
            <translation>Changes</translation>
        </message>
        <message>
            <source>Muda de lugar</source>
            <translation>Moves</translation>
        </message>
        <message>
            <source>Nada muda</source>
            <translation>Nothing changes</translation>
        </message>
        <message>
            <source>Nome</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Novo</source>
            <translation>New</translation>
        </message>
        <message>
            <source>O nome “{text}” é longo demais.</source>
            <translation>The name “{text}” is too long.</translation>
        </message>
        <message>
            <source>O pai “{text}” não existe no arquivo nem na árvore.</source>
            <translation>The parent “{text}” is in neither the file nor the tree.</translation>
        </message>
        <message>
            <source>Quando usar</source>
            <translation>When to use</translation>
        </message>
        <message>
            <source>Roxo</source>
            <translation>Purple</translation>
        </message>
        <message>
            <source>Tecla</source>
            <translation>Key</translation>
        </message>
        <message>
            <source>Verde</source>
            <translation>Green</translation>
        </message>
        <message>
            <source>Verde-água</source>
            <translation>Teal</translation>
        </message>
        <message>
            <source>Vermelho</source>
            <translation>Red</translation>
        </message>
        <message>
            <source>a ordem muda</source>
            <translation>the order changes</translation>
        </message>
        <message>
            <source>aposenta</source>
            <translation>retires</translation>
        </message>
        <message>
            <source>aposentado em {day}</source>
            <translation>retired on {day}</translation>
        </message>
        <message>
            <source>aposentam</source>
            <translation>retire</translation>
        </message>
        <message>
            <source>cada menção</source>
            <translation>each mention</translation>
        </message>
        <message>
            <source>juntado em “{path}”</source>
            <translation>merged into “{path}”</translation>
        </message>
        <message>
            <source>já existe</source>
            <translation>already exists</translation>
        </message>
        <message>
            <source>já existem</source>
            <translation>already exist</translation>
        </message>
        <message>
            <source>muda</source>
            <translation>changes</translation>
        </message>
        <message>
            <source>muda de lugar</source>
            <translation>moves</translation>
        </message>
        <message>
            <source>mudam</source>
            <translation>change</translation>
        </message>
        <message>
            <source>mudam de lugar</source>
            <translation>move</translation>
        </message>
        <message>
            <source>novo</source>
            <translation>new</translation>
        </message>
        <message>
            <source>novos</source>
            <translation>new</translation>
        </message>
        <message>
            <source>o atendimento</source>
            <translation>the case</translation>
        </message>
        <message>
            <source>o cliente; o atendimento recebe uma cópia ao abrir</source>
            <translation>the customer; the case gets a copy when it opens</translation>
        </message>
        <message>
            <source>{n} casos</source>
            <translation>{n} cases</translation>
        </message>
        <message>
            <source>{n} itens dentro dele</source>
            <translation>{n} items inside it</translation>
        </message>
        <message>
            <source>{n} linhas com problema</source>
            <translation>{n} rows with problems</translation>
        </message>
        <message>
            <source>{n} menções</source>
            <translation>{n} mentions</translation>
        </message>
        <message>
            <source>{problems}: nada será gravado enquanto houver. Corrija o arquivo e escolha de novo.</source>
            <translation>{problems}: nothing will be saved while there are any. Correct the file and choose it again.</translation>
        </message>
        <message>
            <source>“{text}” aparece mais de uma vez. Deixe uma só linha.</source>
            <translation>“{text}” appears more than once. Leave a single row.</translation>
        </message>
        <message>
            <source>“{text}” fica fundo demais na árvore.</source>
            <translation>“{text}” sits too deep in the tree.</translation>
        </message>
        <message>
            <source>“{text}” ficaria dentro dele mesmo.</source>
            <translation>“{text}” would be inside itself.</translation>
        </message>
        <message>
            <source>“{text}” não serve de tecla. Use uma letra ou um número.</source>
            <translation>“{text}” will not do as a key. Use a letter or a number.</translation>
        </message>
        <message>
            <source>“{text}” não é uma cor. Escreva como #2f6fdb.</source>
            <translation>“{text}” is not a colour. Write it as #2f6fdb.</translation>
        </message>
    </context>
    <context>
        <name>window_actions</name>
        <message>
            <source>Abrir a paleta de comandos</source>
            <translation>Open the command palette</translation>
        </message>
        <message>
            <source>Alternar claro e escuro</source>
            <translation>Switch light and dark</translation>
        </message>
        <message>
            <source>Alternar lista densa</source>
            <translation>Switch dense lists</translation>
        </message>
        <message>
            <source>Aparência</source>
            <translation>Appearance</translation>
        </message>
        <message>
            <source>Aumentar a letra</source>
            <translation>Larger text</translation>
        </message>
        <message>
            <source>Buscar</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>Diminuir a letra</source>
            <translation>Smaller text</translation>
        </message>
        <message>
            <source>Ir para o painel anterior</source>
            <translation>Go to the previous pane</translation>
        </message>
        <message>
            <source>Ir para o próximo painel</source>
            <translation>Go to the next pane</translation>
        </message>
        <message>
            <source>Ir para {page}</source>
            <translation>Go to {page}</translation>
        </message>
        <message>
            <source>Janela</source>
            <translation>Window</translation>
        </message>
        <message>
            <source>Letra no tamanho normal</source>
            <translation>Normal text size</translation>
        </message>
        <message>
            <source>Mostrar ou recolher a navegação</source>
            <translation>Show or fold the navigation</translation>
        </message>
        <message>
            <source>Páginas</source>
            <translation>Pages</translation>
        </message>
        <message>
            <source>Sair do Balcão</source>
            <translation>Quit Balcão</translation>
        </message>
        <message>
            <source>Usar alto contraste</source>
            <translation>Use high contrast</translation>
        </message>
        <message>
            <source>Ver teclas de atalho</source>
            <translation>See keyboard shortcuts</translation>
        </message>
    </context>
</TS>
