import type { Hono } from 'hono'
import { html } from 'hono/html'
import { pagePolicy, personPage } from '../http/person-page'

const body = html`<div id="none"><p>This address holds no invite. Ask whoever runs your team's hub for the whole link: it ends with a long code.</p></div>
<div id="some" hidden><p>Your team's hub shares its library, playbook and verdicts.</p>
<ol><li>Open <b>Connections</b> in Leadside.</li><li>Choose <b>Join a hub</b>.</li><li>Paste this invite.</li></ol>
<code id="invite"></code><button id="copy" type="button" hidden>Copy the invite</button><p class="note" id="said" role="status" hidden>Copied. Paste it in Leadside.</p></div>`

const script = `if (location.hash.length > 1) {
  const part = (id) => document.getElementById(id)
  part('none').hidden = true
  part('some').hidden = false
  part('invite').textContent = location.href
  part('copy').hidden = !navigator.clipboard
  part('copy').onclick = () => navigator.clipboard.writeText(location.href).then(() => { part('said').hidden = false })
}
onhashchange = () => location.reload()`

/** What an invite link opens: the code stays in the fragment, which only this browser sees. */
export function mountJoinPage(app: Hono): void {
  app.get('/join', (c) => {
    c.header('content-security-policy', pagePolicy(true))
    return c.html(personPage('Join a Leadside hub', body, '/join.js'))
  })
  app.get('/join.js', (c) => c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
}
