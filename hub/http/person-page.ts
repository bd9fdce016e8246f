import { html, raw } from 'hono/html'

type Markup = ReturnType<typeof html>

/** Small, because a page of the hub is seen once or twice; the colours are the extension's. */
const style = `:root{color-scheme:light dark;--paper:#fff;--around:#f6f9f8;--sunken:#edf2f1;--ink:#13211f;--soft:#42524f;--line:#dde5e3;--accent:#0b6b63;--accent-ink:#fff}
@media(prefers-color-scheme:dark){:root{--paper:#161f1d;--around:#0f1615;--sunken:#1c2725;--ink:#e7efed;--soft:#b8c6c3;--line:#26322f;--accent:#56d3c2;--accent-ink:#03211d}}
*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1.25rem;background:var(--around);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
main{width:100%;max-width:34rem;padding:clamp(1.25rem,5vw,2.25rem);background:var(--paper);border:1px solid var(--line);border-radius:12px}
.brand{margin:0 0 .25rem;color:var(--accent);font-weight:600}h1{margin:0 0 1rem;font-size:1.45rem;line-height:1.25}p{margin:0 0 1rem}main>:last-child{margin-bottom:0}
ol{margin:0 0 1.25rem;padding-left:1.35rem;color:var(--soft)}li{margin:.3rem 0}li b{color:var(--ink)}
code{display:block;padding:.85rem 1rem;background:var(--sunken);border-radius:8px;font:14px/1.5 ui-monospace,monospace;overflow-wrap:anywhere;user-select:all}
button{margin-top:.75rem;min-height:2.5rem;padding:0 1rem;border:0;border-radius:8px;background:var(--accent);color:var(--accent-ink);font:inherit;font-weight:600;cursor:pointer}
button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}.note{margin-top:1rem;color:var(--soft);font-size:.9rem}[hidden]{display:none}`

/** What such a page may do: its own style, and where it has one its own script. */
export const pagePolicy = (script: boolean) => `default-src 'none';${script ? ` script-src 'self';` : ''} style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`

/** A page for a person who comes to the hub with a browser. */
export function personPage(title: string, body: Markup, script?: string): Markup {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<style>${raw(style)}</style></head><body><main><p class="brand">Leadside</p><h1>${title}</h1>${body}</main>${script === undefined ? '' : html`<script src="${script}"></script>`}</body></html>`
}
