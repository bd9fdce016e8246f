// Another extension on the same page: writes into the page's own document what it could see of ours, and what ours answered it.
addEventListener('look', async ({ detail: id }) => {
  const seen = []
  const host = document.querySelector('[data-leadside-dock]')
  const root = host && chrome.dom.openOrClosedShadowRoot(host)
  const frame = root?.querySelector('iframe')
  seen.push(`elements: ${[...(root?.querySelectorAll('*') ?? [])].map((element) => element.localName).join(' ')}`, `text: ${root?.textContent ?? ''}`)
  try { seen.push(`inside: ${frame?.contentDocument?.body?.innerText ?? 'closed'}`) } catch { seen.push('inside: closed') }
  for (const name of ['desk.state', 'panel.context', 'record.cached', 'data.export', 'consent.withdraw']) {
    try { seen.push(`${name}: ${JSON.stringify(await chrome.runtime.sendMessage(id, { leadside: 1, name, payload: {} }))}`) } catch (failure) { seen.push(`${name}: ${failure.message}`) }
  }
  try {
    const port = chrome.runtime.connect(id)
    seen.push(`port: ${await new Promise((done) => { port.onMessage.addListener(done); port.onDisconnect.addListener(() => done('closed')) })}`)
  } catch (failure) { seen.push(`port: ${failure.message}`) }
  try { seen.push(`fetched: ${(await fetch(`chrome-extension://${id}/sidepanel.html`)).status}`) } catch { seen.push('fetched: refused') }
  document.documentElement.dataset.seen = seen.join('\n')
})
