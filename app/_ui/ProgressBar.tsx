/** A progress bar; indeterminate without `value`. */
export function ProgressBar({
  label,
  value,
  max = 100,
  valueText,
}: {
  label: string
  value?: number
  max?: number
  /** The progress as visible text with units: "412 of 1,499 tasks". */
  valueText?: string
}) {
  const fraction = value === undefined ? undefined : Math.min(1, Math.max(0, value / (max || 1)))
  return (
    <div>
      <div className="mb-1 flex justify-between gap-3">
        <span className="font-medium">{label}</span>
        {valueText ? <span className="text-muted tabular-nums">{valueText}</span> : null}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={valueText}
        className="h-1.5 overflow-hidden rounded-full bg-hover"
      >
        <div
          className={
            fraction === undefined
              ? 'h-full w-1/3 animate-pulse rounded-full bg-accent'
              : 'h-full origin-left rounded-full bg-accent transition-transform'
          }
          style={fraction === undefined ? undefined : { transform: `scaleX(${fraction})` }}
        />
      </div>
    </div>
  )
}
