// Shown inside the project's layout, so that its navigation stays.
export { default } from '../not-found'
