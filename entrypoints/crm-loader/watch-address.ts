interface NavigateEvent extends Event { destination: { url: string; sameDocument: boolean } }

/** How often the address is compared where navigations are announced, and where they are not; milliseconds. */
const safetyMs = 1_000
const pollMs = 250
/** A navigation that has not changed the address by then was cancelled. */
const cancelMs = 100

export interface AddressWatch {
  /** A navigation within this document has begun; it may still be cancelled. */
  leaving(url: string): void
  /** The address is decided: it changed, or a navigation was cancelled. */
  settled(url: string): void
  /** Once in a while, whatever happens. */
  tick(): void
}

/** Tells every address this document takes, and the first one. */
export function watchAddress({ leaving, settled, tick }: AddressWatch, signal: AbortSignal): void {
  const navigation: EventTarget | undefined = Reflect.get(globalThis, 'navigation')
  let told = ''
  const look = () => {
    if (told === location.href) return
    told = location.href
    settled(told)
  }
  const begin = (event: Event) => {
    const { url, sameDocument } = (event as NavigateEvent).destination
    // A navigation to another document takes this one away with everything in it, or turns out to be a download.
    if (!sameDocument) return
    told = ''
    leaving(url)
    setTimeout(look, cancelMs)
  }
  const timer = setInterval(() => {
    tick()
    look()
  }, navigation ? safetyMs : pollMs)
  signal.addEventListener('abort', () => clearInterval(timer))
  if (navigation) {
    navigation.addEventListener('navigate', begin, { signal })
    for (const type of ['currententrychange', 'navigateerror']) navigation.addEventListener(type, look, { signal })
  } else for (const type of ['popstate', 'hashchange']) addEventListener(type, look, { signal })
  look()
}
