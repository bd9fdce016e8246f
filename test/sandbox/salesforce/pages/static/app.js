// The page's own single-page navigation: the address changes at once, the view follows when it has been fetched.
'use strict'

const root = document.querySelector('[data-main]')
const page = document.querySelector('html')
const tabList = document.querySelector('.console-tabs')
const shellElement = root.closest('[data-console]')
let turn = 0

const isConsole = () => shellElement.dataset.console === 'on'
const isApp = (url) => url.origin === location.origin && url.pathname.startsWith('/lightning/')

/** Fetches the view of an address; null when the page's policy or scripts forbid it. */
async function fetchView(url) {
  try {
    const answer = await fetch(`/sandbox/view?url=${encodeURIComponent(url.pathname + url.search)}`)
    if (!answer.ok) return null
    return { title: decodeURIComponent(answer.headers.get('x-title') ?? ''), markup: await answer.text() }
  } catch {
    return null
  }
}

async function show(url) {
  const mine = ++turn
  page.setAttribute('aria-busy', 'true')
  const open = isConsole() ? root.querySelector(`:scope > [data-path="${CSS.escape(url.pathname)}"]`) : null
  if (open === null) {
    const view = await fetchView(url)
    if (mine !== turn) return
    if (view === null) return location.assign(url)
    const section = document.createElement('section')
    section.className = 'oneConsoleTab'
    section.dataset.path = url.pathname
    section.dataset.title = view.title
    section.innerHTML = view.markup
    if (isConsole()) root.append(section)
    else root.replaceChildren(section)
  }
  // A console keeps its other tabs in the document, hidden.
  for (const section of root.children) section.hidden = section.dataset.path !== url.pathname
  const shown = root.querySelector(':scope > :not([hidden])')
  document.title = shown?.dataset.title ?? document.title
  page.removeAttribute('aria-busy')
  drawTabs()
}

function drawTabs() {
  if (!isConsole()) return
  tabList.replaceChildren(...[...root.children].map((section) => {
    const tab = document.createElement('a')
    tab.href = addressOf(new URL(section.dataset.path, location.href)).href
    tab.textContent = section.querySelector('h1')?.textContent ?? section.dataset.path
    tab.setAttribute('role', 'tab')
    tab.setAttribute('aria-selected', String(!section.hidden))
    return tab
  }))
}

/** In a console every tab but the first carries the first one's address as its workspace. */
function addressOf(url) {
  const first = root.firstElementChild?.dataset.path
  if (isConsole() && !url.searchParams.has('ws') && first !== undefined) url.searchParams.set('ws', first)
  return url
}

function navigate(url) {
  history.pushState({}, '', addressOf(url))
  return show(url)
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href]')
  if (link === null || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
  const url = new URL(link.href)
  if (!isApp(url)) return
  event.preventDefault()
  void navigate(url)
})
window.addEventListener('popstate', () => void show(new URL(location.href)))

// The address form of earlier releases: /one/one.app#/sObject/<id>/view
function followHash() {
  const id = /^#\/sObject\/(\w{15,18})/.exec(location.hash)?.[1]
  if (id !== undefined) void show(new URL(`/lightning/r/${id}/view`, location.href))
}
window.addEventListener('hashchange', followHash)
followHash()
if (isConsole()) drawTabs()
