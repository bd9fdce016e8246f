import { html, raw } from 'hono/html'
import type { Org, OrgUser } from '../org.ts'
import type { PageVariant } from '../switches.ts'
import type { Markup } from './markup.ts'
import { listPath } from './routes.ts'
import { renderView } from './view.ts'

const tabs = [['Leads', 'Lead'], ['Contacts', 'Contact'], ['Accounts', 'Account'], ['Campaigns', 'Campaign'], ['Opportunities', 'Opportunity'], ['Lead Feedback', 'Lead_Feedback__c']] as const

/** The whole Lightning page at an address. */
export function lightningPage(org: Org, user: OrgUser, url: URL, variant: PageVariant): Markup {
  const { title, body } = renderView(org, user, url)
  if (variant === 'anchor-less') {
    return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/sandbox/lightning.css"></head><body><div class="x7f2"><div class="q0">${body}</div></div></body></html>`
  }
  const isConsole = url.searchParams.has('ws')
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<link rel="stylesheet" href="/sandbox/lightning.css">
${variant === 'hostile' ? html`<script src="/sandbox/hostile.js"></script>` : ''}<script src="/sandbox/app.js" defer></script></head>
<body class="desktop container" data-console="${isConsole ? 'on' : 'off'}">
${variant === 'hostile' ? clobbering : ''}
<header class="global-header"><span class="cloud">${org.plan.name}</span><label class="search"><span class="visually-hidden">Search</span><input type="search" placeholder="Search..."></label>${userMenu(org, user, url)}</header>
<nav class="app-nav" aria-label="Global"><button type="button" class="waffle" aria-label="App Launcher"></button><strong>${isConsole ? 'Sales Console' : 'Sales'}</strong>
<a href="/lightning/page/home">Home</a>${tabs.map(([label, object]) => html`<a href="${listPath(object)}">${label}</a>`)}</nav>
<div class="console-tabs" role="tablist" aria-label="Workspaces"></div>
<main class="oneContent" data-main><section class="oneConsoleTab" data-path="${url.pathname}" data-title="${title}">${body}</section></main></body></html>`
}

/** Elements whose names shadow what careless scripts read from `window` and `document`. */
const clobbering = raw('<form id="location" hidden><input name="href" value="https://evil.example/"></form><a id="navigation" hidden></a><a id="chrome" hidden></a><img name="body" alt="" hidden>')

function userMenu(org: Org, user: OrgUser, url: URL): Markup {
  const back = encodeURIComponent(url.pathname)
  const others = org.plan.users.filter((other) => other.key !== user.key)
  return html`<details class="user-menu"><summary><span class="avatar" aria-hidden="true">${user.firstName.charAt(0)}${user.lastName.charAt(0)}</span> ${user.name}</summary>
<ul>${others.map((other) => html`<li><a href="https://${org.plan.apiHost}/sandbox/login-as/${other.key}?retURL=${back}">Log in as ${other.name}</a></li>`)}</ul></details>`
}
