// What does not exist in a project is said within the project's frame.
export { default } from '../not-found'
