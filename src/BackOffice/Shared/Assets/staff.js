// Progressive enhancement only: every page works without this file.
(() => {
  "use strict";

  // A refused form takes the reader to its summary.
  document.querySelector("[data-focus]")?.focus();

  // A mailed link brings its token behind #, which browsers keep to themselves: it moves into the form and leaves the address.
  const linked = document.querySelector("[data-link-token]");
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (linked && token) {
    linked.querySelector("input").value = token;
    linked.hidden = true;
    history.replaceState(null, "", location.pathname);
  }

  // The balance of a decision while its amounts are typed; the desk computes it again and has the last word.
  const cents = input => Math.round(Number((input?.value || "0").replace(/[$,\s]/g, "")) * 100);
  const dollars = amount => (amount / 100).toLocaleString("en-US", { style: "currency", currency: "USD" });
  for (const line of document.querySelectorAll("[data-charge]")) {
    const shown = line.querySelector("[data-balance]");
    const update = () => {
      const sum = [...line.querySelectorAll("[data-role=paid],[data-role=adjustment]")].reduce((total, input) => total + cents(input), 0);
      const rest = Math.round(Number(line.dataset.charge) * 100) - sum;
      if (Number.isNaN(rest)) return;
      const patient = [...line.querySelectorAll(".decision-adjustment")].reduce(
        (total, row) => total + (row.querySelector("select")?.value === "PR" ? cents(row.querySelector("[data-role=adjustment]")) : 0), 0);
      line.querySelector("[data-patient-share]").textContent = dollars(patient);
      shown.textContent = rest === 0 ? "Balanced" : `Off by ${dollars(rest)}`;
      shown.className = `badge ${rest === 0 ? "badge-green" : "badge-amber"}`;
    };
    line.addEventListener("input", update);
    update();
  }

  // One decision, one request: a second press of the same button does nothing.
  for (const form of document.querySelectorAll("form[method=post]:not([data-repeats])")) {
    form.addEventListener("submit", event => {
      if (form.dataset.sent) { event.preventDefault(); return; }
      form.dataset.sent = "1";
    });
  }
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(form => delete form.dataset.sent));

  // The warning before the session ends. Other windows of the same session keep it alive too: they share the last renewal.
  const warning = document.getElementById("session-end");
  if (warning) {
    const idle = Number(warning.dataset.idleSeconds) * 1000, notice = 120_000, slack = 30_000;
    const renewed = () => Number(localStorage.getItem("staff-renewed")) || 0;
    const renew = () => localStorage.setItem("staff-renewed", String(Date.now()));
    const leave = () => location.replace(`/staff/sign-in?returnUrl=${encodeURIComponent(location.pathname + location.search)}`);
    const look = () => {
      const left = renewed() + idle - slack - Date.now();
      if (left <= 0) return leave();
      if (left <= notice) warning.querySelector("[data-left]").textContent = left > 60_000 ? "two minutes" : "a minute";
      warning.hidden = left > notice;
    };
    warning.querySelector("button").addEventListener("click", async () => {
      const kept = await fetch("/staff/session", { credentials: "same-origin" });
      if (!kept.ok) return leave();
      renew();
      look();
    });
    renew();
    setInterval(look, 5_000);
  }
})();
