/** Comments of the demo's people. */
export const COMMENTS = [
  'I can reproduce this on my own phone, every time.',
  'Started on a branch; the tests show what is missing.',
  'Could we cut this in two? The second half can wait for the next sprint.',
  'Done on my side, please look at the **error path** first.',
  'The customer from the north asked for this again yesterday.',
  'Waiting for the new keys from the store, should be here tomorrow.',
  'I measured it: 340 ms before, 90 ms now.',
  'This needs a word in the help centre before it goes out.',
  'Looks good. One nit about the naming, otherwise ship it.',
  'Moved it back: it fails on the tablet when the keyboard is open.',
  'We agreed on option **B** in the call: keep the old format readable.',
  'Reverted for now, it broke the nightly build. Log:\n\n```\nTypeError: track.points is undefined\n```',
]

/** Descriptions for some of the tasks; `%` stands for the task's title. */
export const DESCRIPTIONS = [
  '%.\n\n## Why\n\nPeople in the field work without a network for hours, and this is where they lose time.\n\n## Done when\n\n- [ ] it works offline\n- [ ] it is covered by a test\n- [ ] the help centre says how',
  'Reported by two teams this week.\n\n1. Open a note with several photos\n2. Switch to another app and back\n3. Look at the list\n\n**Expected:** everything as before.\n**Seen:** see the title.',
  '%.\n\nWe looked at three ways to do it:\n\n| way | cost | risk |\n|---|---|---|\n| patch | small | comes back |\n| rewrite | large | breaks others |\n| library | medium | one more dependency |\n\nThe third is the plan.',
  'Small, but it is the first thing that people see.\n\nSee also [the notes of the last review](https://example.com/review).',
]
