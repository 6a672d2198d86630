// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";
(() => {
  const words = {
    id: {
      other: "English", sound: "Bunyikan saat dipanggil", soundOn: "Bunyi dan getar menyala",
      updated: "Diperbarui {}", lost: "Tanpa kabar sejak {}",
      lostBody: "Sambungan terputus, mencoba lagi. Perhatikan layar dan dengarkan panggilan.",
    },
    en: {
      other: "Bahasa Indonesia", sound: "Sound when called", soundOn: "Sound and vibration are on",
      updated: "Updated {}", lost: "No news since {}",
      lostBody: "The connection is lost, trying again. Watch the display and listen for the call.",
    },
  };
  const over = ["finished", "cancelled", "day-over", "refused"];
  const $ = (id) => document.getElementById(id);
  const body = document.body;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  let view = JSON.parse($("view").textContent);
  let tag = body.dataset.tag;
  let language = stored() || document.documentElement.lang;
  let aheadOfUs = Number(body.dataset.at) - Date.now(); // the hall's clock against this one, in ms
  let contact = Number(body.dataset.at);
  let failures = 0, busy = false, timer = 0, audio = null, lock = null;
  let rung = 0, said = view.text[language].spoken, blink = 0;

  // Storage may be forbidden: then the choice lasts as long as the page.
  function stored() {
    try {
      const kept = localStorage.getItem("language");
      return words[kept] ? kept : "";
    } catch { return ""; }
  }

  function clock(at) {
    const text = new Date(at + view.zone.offset_h * 3600e3).toISOString().slice(11, 16);
    return language === "id" ? text.replace(":", ".") : text;
  }

  function put(id, text) {
    if ($(id).textContent !== text) $(id).textContent = text;
  }

  function showFact(fact) {
    const item = $("fact").content.cloneNode(true);
    item.querySelector("use").setAttribute("href", "#i-" + fact.icon);
    item.querySelector("dt").textContent = fact.label;
    item.querySelector("dd").textContent = fact.value;
    return item;
  }

  function showErrand(errand) {
    const item = $("errand").content.cloneNode(true);
    item.querySelector("b").textContent = errand.name;
    item.querySelector("span").textContent = errand.state;
    item.querySelector("small").textContent = errand.place;
    if (errand.isCurrent) item.firstChild.className = "current";
    return item;
  }

  function show() {
    const text = view.text[language];
    document.documentElement.lang = language;
    body.dataset.state = view.state;
    for (const id of ["mark", "siteName", "siteRegion", "label", "title", "body", "advice", "deskLabel", "desk",
      "deskPlace", "errandsLabel"]) put(id, text[id]);
    const number = view.number || "";
    put("number", number);
    $("number").className = "number" + (number.length > 6 ? " longest" : number.length > 5 ? " long" : "");
    $("desk").className = text.desk.length > 3 ? "long" : "";
    $("icon").setAttribute("href", "#i-" + text.icon);
    $("facts").replaceChildren(...text.facts.map(showFact));
    $("errands").replaceChildren(...text.errands.map(showErrand));
    put("switchText", words[language].other);
    $("switchText").lang = language === "id" ? "en" : "id";
    put("soundText", audio ? words[language].soundOn : words[language].sound);
    $("sound").setAttribute("aria-pressed", String(!!audio));
    $("sound").hidden = over.includes(view.state) || (view.state === "serving" && view.legs.length < 2);
    showTime();
    if (!blink) document.title = heading();
  }

  function heading() {
    const text = view.text[language];
    return [text.mark, view.number, text.title].filter(Boolean).join(" · ");
  }

  function showTime() {
    const isLost = failures > 1 || !navigator.onLine;
    put("clock", clock(Date.now() + aheadOfUs));
    put("zone", view.zone.name);
    put("updated", words[language].updated.replace("{}", clock(contact) + " " + view.zone.name));
    $("updated").hidden = isLost;
    put("lostTitle", isLost ? words[language].lost.replace("{}", clock(contact)) : "");
    put("lostBody", isLost ? words[language].lostBody : "");
    $("lost").hidden = !isLost;
    body.classList.toggle("lostContact", isLost);
  }

  function ring() {
    body.classList.remove("ring");
    void body.offsetWidth; // starts the animation anew
    body.classList.add("ring");
    if (navigator.vibrate) navigator.vibrate([400, 200, 400, 200, 800]);
    if (audio) chime();
    clearInterval(blink);
    blink = 0;
    if (calm.matches) return;
    let turns = 60;
    blink = setInterval(() => {
      turns -= 1;
      if (turns < 0 || view.state !== "called") {
        clearInterval(blink);
        blink = 0;
      }
      const desk = view.text[language];
      document.title = blink && turns % 2 ? "● " + desk.deskLabel + " " + desk.desk + " ●" : heading();
    }, 1000);
  }

  function chime() {
    [[880, 0], [659, .45], [880, 1.2], [659, 1.65]].forEach(([pitch, after]) => {
      const tone = audio.createOscillator(), loudness = audio.createGain(), at = audio.currentTime + after;
      tone.frequency.value = pitch;
      loudness.gain.setValueAtTime(.5, at);
      loudness.gain.exponentialRampToValueAtTime(.001, at + .7);
      tone.connect(loudness).connect(audio.destination);
      tone.start(at);
      tone.stop(at + .7);
    });
  }

  function stayAwake() {
    if (!navigator.wakeLock || document.hidden || over.includes(view.state) || (lock && !lock.released)) return;
    navigator.wakeLock.request("screen").then((got) => { lock = got; }, () => {});
  }

  function take(next) {
    view = next;
    show();
    stayAwake();
    if (over.includes(view.state) && lock) lock.release();
    const isNewCall = view.state === "called" && view.calls > rung;
    rung = Math.max(rung, view.calls);
    if (isNewCall) ring();
    const spoken = view.text[language].spoken;
    if (isNewCall || spoken !== said) {
      $("say").textContent = "";
      setTimeout(() => { $("say").textContent = spoken; }, 100);
    }
    said = spoken;
  }

  // Often when the turn is near, seldom when it is far, over, or nobody looks.
  function period_s() {
    if (over.includes(view.state)) return 60;
    const leg = view.legs[view.current] || {};
    const isNext = view.state === "called" || (view.state === "waiting" && leg.ahead <= 1);
    if (document.hidden) return isNext ? 10 : 30;
    if (isNext) return 2;
    return view.state === "waiting" && leg.ahead >= 10 ? 15 : 5;
  }

  function later(after_s) {
    clearTimeout(timer);
    timer = setTimeout(poll, after_s * 1000);
  }

  async function poll() {
    if (busy) return;
    busy = true;
    const stop = new AbortController();
    const limit = setTimeout(() => stop.abort(), 10000);
    let pause_s = 0;
    try {
      const headers = {Accept: "application/json"};
      if (tag) headers["If-None-Match"] = tag;
      const reply = await fetch(location.pathname,
        {headers, cache: "no-store", credentials: "omit", redirect: "error", signal: stop.signal});
      const isView = /json/.test(reply.headers.get("Content-Type")) && (reply.ok || reply.status === 404);
      pause_s = Math.min(Number(reply.headers.get("Retry-After")) || 0, 120);
      if (reply.status !== 304 && !isView) throw new Error(String(reply.status));
      const next = reply.status === 304 ? null : await reply.json();
      if (next && !next.text) throw new Error("no view");
      const date = Date.parse(reply.headers.get("Date"));
      if (date) aheadOfUs = date - Date.now();
      contact = Date.now() + aheadOfUs;
      failures = 0;
      if (next) {
        tag = reply.headers.get("ETag");
        take(next);
      }
      pause_s = Math.max(pause_s, period_s());
    } catch {
      failures += 1;
      pause_s = Math.max(pause_s, Math.min(60, 2 ** failures) * (.5 + Math.random() / 2));
    } finally {
      clearTimeout(limit);
      busy = false;
      showTime();
      later(pause_s);
    }
  }

  $("switch").addEventListener("click", () => {
    language = language === "id" ? "en" : "id";
    try { localStorage.setItem("language", language); } catch { /* as above */ }
    said = view.text[language].spoken;
    show();
  });
  $("sound").addEventListener("click", () => {
    const Audio = window.AudioContext || window.webkitAudioContext;
    if (audio) {
      audio.close();
      audio = null;
    } else if (Audio) {
      audio = new Audio();
      chime();
      if (navigator.vibrate) navigator.vibrate(200);
    }
    show();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    stayAwake();
    later(0);
  });
  addEventListener("online", () => later(0));
  addEventListener("offline", showTime);

  $("switch").hidden = false;
  take(view);
  setInterval(showTime, 1000);
  later(period_s());
})();
