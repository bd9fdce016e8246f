import { lazy, useState, type ComponentType } from 'react'

/** A page of its own chunk. */
export interface LazyPage<P extends object> {
  Page: ComponentType<P>
  /** Brings the chunk before the page is drawn. */
  prepare(): void
}

/**
 * A page that is drawn at once where its chunk has been brought already: one that suspends is drawn no sooner than 300 ms after what stands in for it, and reads
 * nothing before.
 */
export function lazyPage<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): LazyPage<P> {
  let loaded: ComponentType<P> | undefined
  const bring = async () => {
    const brought = await load()
    loaded = brought.default
    return brought
  }
  const Suspending = lazy<ComponentType<P>>(bring)
  return {
    Page(props) {
      // One of the two for as long as the page is shown: the other would begin anew.
      const [Chosen] = useState<ComponentType<P>>(() => loaded ?? Suspending)
      return <Chosen {...props} />
    },
    prepare() {
      // What fails here fails again, and is said, where the page is drawn.
      if (!loaded) bring().catch(() => undefined)
    },
  }
}
