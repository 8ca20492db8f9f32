// The official client's build for workers, which lacks only the fallbacks for old browsers.
import Pusher from 'pusher-js/worker'

// The build for workers does not observe the network, so the page reports its changes.
const network = Pusher.Runtime.getNetwork()
network.isOnline = () => navigator.onLine
for (const change of ['online', 'offline']) {
  window.addEventListener(change, () => network.emit(change))
}

export default Pusher
