'use client'

// A screen that could not be drawn leaves the project's frame in place.
export { default } from '../error'
