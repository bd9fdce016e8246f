import { useId, type ComponentProps, type ReactNode } from 'react'
import { Lock } from 'lucide-react'
import { cx } from '@/components/ui/cx'
import { i18n } from '#i18n'

const box = 'min-h-8 w-full min-w-0 rounded-md border border-edge text-ellipsis bg-paper px-2.5 py-1 text-base text-ink aria-invalid:border-bad'
const typed = cx(box, 'read-only:bg-sunken read-only:text-soft')

interface FieldProps { label: ReactNode; hint?: ReactNode; error?: ReactNode; locked?: boolean | undefined; children: (ids: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }) => ReactNode }

/** A labelled control with its hint and its error; `locked` says that the admin set it. */
export function Field({ label, hint, error, locked, children }: FieldProps) {
  const id = useId()
  const says = hint || error || locked ? `${id}-says` : undefined
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-small font-medium text-soft">{label}</label>
      {children({ id, 'aria-describedby': says, 'aria-invalid': error ? true : undefined })}
      {says && (
        <p id={says} className={error ? 'text-small text-bad' : 'flex items-center gap-1 text-small text-faint'}>
          {locked && <><Lock aria-hidden size={12} />{i18n.t('desk.lockedByAdmin')} </>}
          {error ?? hint}
        </p>
      )}
    </div>
  )
}

export function TextBox({ className, ...props }: ComponentProps<'input'>) {
  return <input type="text" {...props} className={cx(typed, className)} />
}

export function TextArea(props: ComponentProps<'textarea'>) {
  return <textarea rows={4} {...props} className={typed} />
}

export function FileBox(props: ComponentProps<'input'>) {
  return <input type="file" {...props} className="max-w-full text-soft file:mr-3 file:min-h-7 file:cursor-pointer file:rounded-md file:border file:border-solid file:border-edge file:bg-paper file:px-2.5 file:py-1 file:font-medium file:text-ink hover:file:bg-sunken" />
}

export function Choice({ children, ...props }: ComponentProps<'select'>) {
  return <select {...props} className={box}>{children}</select>
}

export function Check({ label, hint, ...props }: { label: ReactNode; hint?: ReactNode } & ComponentProps<'input'>) {
  const id = useId()
  return (
    <div className="flex items-start gap-2">
      <input id={id} type="checkbox" {...props} className="mt-0.5 size-4 accent-[var(--accent)]" aria-describedby={hint ? `${id}-says` : undefined} />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && <p id={`${id}-says`} className="text-small text-faint">{hint}</p>}
      </div>
    </div>
  )
}
