import { ROLLEBESKRIVELSER } from './actor.js';
import { DEV_USERS, type DevUser } from './dev-users.js';
import { KOMMUNER } from './municipalities.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1a1a1a; background: #fff }
.advarsel { border-left: .5rem solid #b00020; background: #fdecee; padding: .75rem 1rem }
ul { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .5rem }
button { width: 100%; text-align: left; font: inherit; padding: .6rem .8rem; border: 1px solid #6b6b6b; border-radius: .3rem; background: #fff; cursor: pointer }
button:hover, button:focus-visible { background: #e8f0fe; outline: 2px solid #0b57d0 }
small { display: block; color: #4a4a4a }
</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

function entry(user: DevUser): string {
  const roles = user.roller.length === 0 ? 'ingen roller' : user.roller.join(', ');
  const team = user.team === undefined ? '' : ` · ${user.team}`;
  const title = user.roller.map((rolle) => ROLLEBESKRIVELSER[rolle]).join('. ');
  return `<li><button name="bruger" value="${escape(user.bruger)}" title="${escape(title)}">${escape(user.navn)} <code>${escape(user.bruger)}</code><small>${escape(roles + team)}</small></button></li>`;
}

/** The page where a tester clicks on the user to be. */
export function loginPage(action: string): string {
  const municipalities = [...new Set(DEV_USERS.map((user) => user.kommune))];
  const lists = municipalities.map((kommune) => {
    const users = DEV_USERS.filter((user) => user.kommune === kommune);
    return `<h2>${escape(KOMMUNER.get(kommune) ?? '')} Kommune (${kommune})</h2>\n<ul>\n${users.map(entry).join('\n')}\n</ul>`;
  });
  return page(
    'Vælg testbruger',
    `<p class="advarsel"><strong>Kun til udvikling.</strong> Alle brugere er opdigtede, og ingen har en adgangskode. I drift logger man ind hos kommunens egen identitetsudbyder.</p>
<form method="post" action="${escape(action)}">
${lists.join('\n')}
</form>`,
  );
}

export function loginErrorPage(detail: string): string {
  return page('Login mislykkedes', `<p class="advarsel">${escape(detail)}</p>\n<p>Gå tilbage, og prøv igen.</p>`);
}
