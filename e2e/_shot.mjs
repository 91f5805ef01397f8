import { chromium } from 'playwright';
const url = process.argv[2];
const b = await chromium.launch({ executablePath: '/tmp/chromium', args: ['--no-sandbox'] });
const shots = JSON.parse(process.argv[3]);
for (const { name, path, w = 1440, h = 1000, dark = false, lang = 'en', scenario = 'published-examples', act } of shots) {
  const c = await b.newContext({ viewport: { width: w, height: h }, colorScheme: dark ? 'dark' : 'light' });
  const p = await c.newPage();
  await p.goto(`${url}/?scenario=${scenario}&fresh=1`);
  await p.waitForFunction(() => 'simulation' in window); await p.evaluate(() => window.simulation.ready);
  await p.waitForFunction(() => !/[?&](?:scenario|fresh|now|user)=/.test(location.search));
  if (lang === 'sv') { await p.evaluate(() => { for (const k of Object.keys(localStorage)) { const v = localStorage.getItem(k); if (v && v.includes('"language":"en"')) localStorage.setItem(k, v.replace('"language":"en"', '"language":"sv"')); } }); }
  const target = await p.evaluate(async ([path, act]) => { const f = new Function('api', 'return (async()=>{' + (act ?? '') + '; return null})()'); const api = async (m, u, body) => (await fetch(u, { method: m, body: body && JSON.stringify(body), headers: { 'Content-Type': 'application/json' } })).json(); return (await f(api)) ?? path; }, [path, act]);
  await p.goto(url + target);
  await p.waitForFunction(() => 'simulation' in window); await p.evaluate(() => window.simulation.ready);
  await p.waitForTimeout(1500);
  await p.screenshot({ path: `/tmp/shot-${name}.png`, fullPage: !target.includes('line=') });
  await c.close();
}
await b.close();
