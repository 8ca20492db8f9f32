'use client'

import { StatusIcon } from '@/app/_ui/StatusIcon'
import { TEMPLATE_WORKFLOWS, type WorkflowTemplate } from '@/domain/workflow/templates'

/** The workflow templates with their columns, as the form field `template`. */
export function WorkflowTemplateChoice({ templates }: { templates: readonly WorkflowTemplate[] }) {
  return (
    <fieldset>
      <legend className="mb-1 font-medium">Workflow</legend>
      <div className="flex flex-col gap-1.5">
        {templates.map((template, index) => (
          <label
            key={template}
            className="relative flex flex-wrap items-center gap-x-3 gap-y-1 rounded-card border border-line px-3 py-2 transition-colors hover:border-edge has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="template"
              value={template}
              defaultChecked={index === 0}
              className="absolute inset-0 cursor-pointer appearance-none outline-none"
            />
            <span className="min-w-16 font-medium">{TEMPLATE_WORKFLOWS[template].name}</span>
            <span className="flex flex-wrap gap-x-3 gap-y-1 text-muted">
              {TEMPLATE_WORKFLOWS[template].statuses.map((status) => (
                <span key={status.id} className="flex items-center gap-1.5">
                  <StatusIcon category={status.category} hue={status.color} />
                  {status.name}
                </span>
              ))}
            </span>
          </label>
        ))}
      </div>
      <p className="mt-1 text-muted">Columns can be added, renamed and moved later.</p>
    </fieldset>
  )
}
