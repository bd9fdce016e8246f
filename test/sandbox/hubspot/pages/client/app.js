// Runs in the stand-in HubSpot pages: moves by pushState as the real app does, and sends mail from the composer.
const view = document.getElementById('view')
const toast = document.querySelector('.toast')
let asked = 0

async function show() {
  const mine = ++asked
  const answer = await fetch(`/sandbox/view?path=${encodeURIComponent(location.pathname + location.search)}`)
  const { title, html } = await answer.json()
  if (mine !== asked) return
  document.title = title
  view.innerHTML = html
}

function move(path) {
  history.pushState({}, '', path)
  return show()
}

function say(text) {
  toast.textContent = text
  toast.hidden = false
  setTimeout(() => (toast.hidden = true), 4000)
}

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null
  const preview = target?.closest('[data-preview]')
  const link = target?.closest('a[href]')
  if (target?.closest('[data-close]')) {
    history.replaceState({}, '', location.pathname)
    target.closest('.composer').remove()
  } else if (preview) {
    const panel = document.querySelector('.preview')
    const row = preview.closest('tr')
    panel.innerHTML = `<h2></h2><p><a>View record</a></p>`
    panel.querySelector('h2').textContent = row.querySelector('a').textContent
    panel.querySelector('a').setAttribute('href', preview.dataset.preview)
    panel.hidden = false
  } else if (link && link.origin === location.origin && !event.metaKey && !event.ctrlKey && !event.defaultPrevented) {
    event.preventDefault()
    if (link.getAttribute('href') !== '#') void move(link.getAttribute('href'))
  }
})

document.addEventListener('submit', async (event) => {
  event.preventDefault()
  const form = event.target
  if (!form.matches('.composer')) return
  const mail = {
    portal: form.dataset.portal,
    contact: form.dataset.contact,
    subject: form.elements.subject.value,
    body: form.querySelector('.body').innerHTML,
  }
  const answer = await fetch('/sandbox/send', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(mail) })
  if (!answer.ok) return say('Email could not be sent')
  history.replaceState({}, '', location.pathname)
  await show()
  say('Email sent')
})

window.addEventListener('popstate', () => void show())
