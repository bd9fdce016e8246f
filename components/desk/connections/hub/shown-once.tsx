import { CopyButton } from '../../shell/copy-button'

/** What the hub tells this once, to be copied and handed on. */
export function ShownOnce({ note, told }: { note: string; told: readonly { text: string; name?: string; copy: string }[] }) {
  return (
    <div className="flex flex-col gap-1 rounded-md bg-sunken p-2.5" role="status">
      <p className="text-small text-soft">{note}</p>
      {told.map(({ text, name, copy }) => (
        <p key={copy} className="flex flex-wrap items-center gap-x-2">
          {name && <span className="w-20 shrink-0 text-small text-soft">{name}</span>}
          <code className="min-w-0 flex-1 break-all">{text}</code>
          <CopyButton text={text} label={copy} />
        </p>
      ))}
    </div>
  )
}
