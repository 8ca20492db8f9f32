'use client'

// Shown inside the project's layout, so that its navigation stays when a screen fails to render.
export { default } from '../error'
