/*
 * MSW's service worker, told to leave the files of the site alone: it is stopped when it has been idle, and a file on its
 * way through it would be lost with it. Browsers with static routes do not even wake it up for them.
 */
addEventListener('install', (event) => {
  if (typeof event.addRoutes !== 'function') return;
  const files = new URLPattern('assets/*', location.href);
  event.waitUntil(event.addRoutes({ condition: { urlPattern: files }, source: 'network' }));
});

const folder = new URL('assets/', location.href).href;
addEventListener('fetch', (event) => {
  // Before MSW's own listener; without an answer from here the browser asks the network.
  if (event.request.url.startsWith(folder)) event.stopImmediatePropagation();
});

importScripts('mockServiceWorker.js');
