import type { Hono } from 'hono'

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Join a Leadside hub</title><meta name="viewport" content="width=device-width">
<style>body{font:16px/1.5 system-ui;max-width:40rem;margin:4rem auto;padding:0 1rem}code{display:block;padding:1rem;background:#eee;color:#111;overflow-wrap:anywhere;user-select:all}</style>
<main><h1>Join a Leadside hub</h1><p>In Leadside, open <b>Connections</b>, choose <b>Join a hub</b> and paste this:</p><code id="invite">This address holds no invite.</code></main>
<script src="/join.js"></script></html>`
const script = `if (location.hash.length > 1) document.getElementById('invite').textContent = location.href`

/** What an invite link opens: the code stays in the fragment, which only this browser sees. */
export function mountJoinPage(app: Hono): void {
  app.get('/join', (c) => {
    c.header('content-security-policy', `default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'`)
    return c.html(page)
  })
  app.get('/join.js', (c) => c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
}
