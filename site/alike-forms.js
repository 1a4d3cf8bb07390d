/*
 * Makes the forms of any website pleasanter; without JavaScript they are posted as ever.
 *
 *   <form action="https://your-api/f/contact" method="post" data-alike> ... </form>
 *   <script src="https://your-site/alike-forms.js" defer></script>
 *
 * For all forms of a page exported from Webflow, one line:
 *
 *   <script src="https://your-site/alike-forms.js" data-alike="https://your-api/f/contact" defer></script>
 *
 * What it does, and what can be set: docs/forms.md.
 */
(function () {
  "use strict";

  var script = document.currentScript;
  var everywhere = script && script.getAttribute("data-alike");
  var WAITS = [1000, 3000];
  var WORDS = {
    en: {
      offline: "That could not be sent. What you wrote is still here; please try again.",
      receipt: "See, correct or withdraw what you sent",
      wait: "Please wait…",
    },
    es: {
      offline: "No se pudo enviar. Lo que escribió sigue aquí; inténtelo de nuevo.",
      receipt: "Ver, corregir o retirar lo que envió",
      wait: "Espere…",
    },
  };
  var all = new WeakMap();
  var ids = 0;
  var loaded = Date.now();

  function pick(list, test) {
    return Array.prototype.filter.call(list, test);
  }

  function each(list, action) {
    return Array.prototype.map.call(list, action);
  }

  /* ---- The work: SHA-256, in a worker where there can be one, else in pieces ---- */

  /** Also the source of the worker, so that it uses nothing from outside. */
  function hashing() {
    var START = [];
    var K = [];
    var w = [];
    for (var p = 2; K.length < 64; p++) {
      var d = 2;
      while (d * d <= p && p % d) d++;
      if (d * d <= p) continue;
      if (START.length < 8) START.push((Math.sqrt(p) * 4294967296) | 0);
      K.push((Math.pow(p, 1 / 3) * 4294967296) | 0);
    }

    /** Takes the block in the first 16 words of w into the digest h. */
    function take(h) {
      var a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], k = h[7];
      for (var i = 0; i < 64; i++) {
        if (i > 15) {
          var x = w[i - 15], y = w[i - 2];
          w[i] =
            (w[i - 16] + w[i - 7] +
              (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)) +
              (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10))) | 0;
        }
        var s =
          (k + K[i] + w[i] + ((e & f) ^ (~e & g)) +
            (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7)))) | 0;
        var t =
          (((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) +
          ((a & b) ^ (a & c) ^ (b & c));
        k = g; g = f; f = e; e = (d + s) | 0; d = c; c = b; b = a; a = (s + t) | 0;
      }
      return [h[0] + a, h[1] + b, h[2] + c, h[3] + d, h[4] + e, h[5] + f, h[6] + g, h[7] + k].map(
        function (word) { return word | 0; });
    }

    /** Puts ASCII text and what ends it into w, from this place of it on. */
    function fill(text, from, first) {
      for (var i = first; i < 16; i++) w[i] = 0;
      for (i = first * 4; i < 64 && from + i <= text.length; i++) {
        w[i >> 2] |= (from + i < text.length ? text.charCodeAt(from + i) : 128) << (24 - (i & 3) * 8);
      }
      if (from + 55 >= text.length) w[15] = text.length * 8;
    }

    /** The digest of ASCII text, as unpadded base64url. */
    function digest(text) {
      var h = START;
      for (var from = 0; from < text.length + 9; from += 64) {
        fill(text, from, 0);
        h = take(h);
      }
      var bytes = "";
      for (var i = 0; i < 32; i++) bytes += String.fromCharCode((h[i >> 2] >>> (24 - (i & 3) * 8)) & 255);
      return btoa(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace("=", "");
    }

    /** A number from here on that is work done, or -1 when it takes more than so many tries. */
    function search(challenge, from, tries) {
      fill(challenge, 0, 0);
      for (var number = from; number < from + tries; number++) {
        fill(challenge + number, 0, 11); // what stands before is the same each time
        if (take(START)[0] >>> 16 === 0) return number;
      }
      return -1;
    }

    return { digest: digest, search: search };
  }

  function inWorker(challenge) {
    return new Promise(function (resolve, reject) {
      var source =
        "var hash=(" + hashing + ")();onmessage=function(e){postMessage(hash.search(e.data,0,1e9))}";
      var url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
      var worker = new Worker(url);
      worker.onmessage = function (event) {
        worker.terminate();
        URL.revokeObjectURL(url);
        resolve(event.data);
      };
      // A page may forbid workers: then it throws above, or says so here.
      worker.onerror = reject;
      worker.postMessage(challenge);
    });
  }

  function inPieces(hash, challenge) {
    return new Promise(function (resolve) {
      (function piece(from) {
        var found = hash.search(challenge, from, 2000);
        if (found >= 0) resolve(found);
        else setTimeout(piece, 0, from + 2000);
      })(0);
    });
  }

  /** Work for one submission of a form under one key. */
  function work(form, key) {
    var hash = hashing();
    var time = String(Date.now());
    var parts = ["work", form, key, time].map(function (part) {
      return part.length + ":" + part;
    });
    var challenge = hash.digest(parts.join("")) + ".";
    return inWorker(challenge)
      .catch(function () {
        return inPieces(hash, challenge);
      })
      .then(function (number) {
        return time + "." + number;
      });
  }

  /* ---- One form ---- */

  function Form(element, endpoint) {
    this.element = element;
    this.endpoint = endpoint;
    this.name = endpoint.replace(/[?#].*/, "").replace(/\.json$/, "").replace(/.*\//, "");
    this.place = "alike:" + location.pathname + ":" + endpoint;
    this.wrap = element.closest(".w-form");
    this.opened = loaded;
    this.own = {};
    this.restore();
    this.renew();
    element.addEventListener("input", this.edited.bind(this));
    element.addEventListener("change", this.edited.bind(this));
    element.addEventListener("focusin", this.begin.bind(this));
  }

  Form.prototype = {
    words: function () {
      var from = this.element.closest("[lang]");
      var language = from ? from.lang.slice(0, 2).toLowerCase() : "en";
      return WORDS[language] || WORDS.en;
    },

    /** From here on another submission: it has a key of its own, and work of its own. */
    renew: function () {
      var bytes = crypto.getRandomValues(new Uint8Array(16));
      this.key = each(bytes, function (b) {
        return (b + 256).toString(16).slice(1);
      }).join("");
      this.working = null;
      this.doubtful = false;
    },

    begin: function () {
      this.working = this.working || work(this.name, this.key);
      return this.working;
    },

    /** What was perhaps received under this key must not be another content under the same. */
    edited: function () {
      if (this.doubtful) this.renew();
      this.keep();
    },

    controls: function () {
      return pick(this.element.elements, function (field) {
        return (
          field.name &&
          !/^(password|file|hidden|submit|button|image|reset)$/.test(field.type) &&
          !/^(off|cc-.*|one-time-code)$/.test(field.autocomplete) &&
          !field.closest("[data-private]")
        );
      });
    },

    keep: function () {
      var values = this.controls().map(function (field) {
        if (/^(checkbox|radio)$/.test(field.type)) return field.checked;
        if (field.type === "select-multiple") {
          return each(field.options, function (option) {
            return option.selected;
          });
        }
        return field.value;
      });
      try {
        sessionStorage.setItem(this.place, JSON.stringify([this.opened, values]));
      } catch (full) {
        // Then it is not kept.
      }
    },

    /** Only into a form that still has the fields it had. */
    restore: function () {
      var kept;
      try {
        kept = JSON.parse(sessionStorage.getItem(this.place));
      } catch (forbidden) {
        return;
      }
      var controls = this.controls();
      if (!kept || kept[1].length !== controls.length) return;
      this.opened = kept[0];
      controls.forEach(function (field, i) {
        var value = kept[1][i];
        if (typeof value === "boolean") field.checked = value;
        else if (typeof value === "string") field.value = value;
        else {
          value.forEach(function (selected, at) {
            if (field.options[at]) field.options[at].selected = selected;
          });
        }
      });
    },

    forget: function () {
      try {
        sessionStorage.removeItem(this.place);
      } catch (forbidden) {
        // Then nothing was kept.
      }
    },

    /** As the browser would send it; in Webflow's pages fields have their labels for names. */
    data: function (submitter) {
      var labels = {};
      if (this.wrap) {
        each(this.element.elements, function (field) {
          var label = field.getAttribute("data-name");
          if (label && field.name) labels[field.name] = label;
        });
      }
      var data = new FormData();
      var hasFile = false;
      new FormData(this.element).forEach(function (value, name) {
        hasFile = hasFile || (typeof value !== "string" && value.name !== "");
        if (typeof value === "string" || value.name !== "") data.append(labels[name] || name, value);
      });
      if (submitter && submitter.name) data.append(submitter.name, submitter.value);
      return { data: data, hasFile: hasFile };
    },

    send: function (submitter) {
      var self = this;
      if (this.busy) return;
      this.busy = true;
      this.clear();
      this.wait(true, submitter);
      var sent = this.data(submitter);
      this.begin()
        .then(function (done) {
          sent.data.append("_elapsed", String(Date.now() - self.opened));
          sent.data.append("_work", done);
          return self.post(sent.hasFile ? sent.data : new URLSearchParams(sent.data), 0);
        })
        .then(function (answer) {
          if (answer.json.ok) self.thank(answer.json);
          else self.complain(answer.json);
        })
        .catch(function () {
          self.fail(self.words().offline);
        })
        .then(function () {
          self.busy = false;
          self.wait(false);
        });
    },

    /** Sends the same under the same key until there is an answer, or it seems hopeless. */
    post: function (body, times) {
      var self = this;
      function again(reason) {
        self.doubtful = true;
        if (times >= WAITS.length) throw reason;
        return new Promise(function (resolve) {
          setTimeout(resolve, WAITS[times]);
        }).then(function () {
          return self.post(body, times + 1);
        });
      }
      return fetch(this.endpoint, {
        method: "POST",
        body: body,
        headers: { Accept: "application/json", "Idempotency-Key": this.key },
        credentials: "omit",
      }).then(function (answer) {
        if (answer.status >= 500) return again(new Error("no answer"));
        return answer.json().then(function (json) {
          return { json: json };
        });
      }, again);
    },

    /* ---- What people see ---- */

    wait: function (on, submitter) {
      var button = submitter || this.button || this.element.querySelector("[type=submit]");
      if (!button) return;
      var key = button.tagName === "INPUT" ? "value" : "innerHTML";
      if (on) {
        this.button = button;
        this.label = button[key];
        button[key === "value" ? key : "textContent"] =
          button.getAttribute("data-wait") || this.words().wait;
      } else {
        button[key] = this.label;
        this.button = null;
      }
      button.setAttribute("aria-disabled", String(on));
    },

    find: function (kind) {
      var around = this.wrap || this.element.parentNode;
      return around.querySelector(".w-form-" + kind + ", [data-alike-" + kind + "]");
    },

    /** The block of this kind, or one of our own behind the form. */
    block: function (kind) {
      var block = this.find(kind) || this.own[kind];
      if (!block) {
        block = this.own[kind] = document.createElement("div");
        block.className = "alike-" + kind;
        this.element.parentNode.insertBefore(block, this.element.nextSibling);
      }
      block.hidden = false;
      block.style.display = "block";
      block.tabIndex = -1;
      block.setAttribute("role", kind === "fail" ? "alert" : "status");
      return block;
    },

    say: function (block, text, href) {
      var line = document.createElement("p");
      line.className = "alike-said";
      var inner = line;
      if (href) {
        inner = line.appendChild(document.createElement("a"));
        inner.href = href;
      }
      inner.textContent = text;
      block.appendChild(line);
    },

    clear: function () {
      var self = this;
      ["done", "fail"].forEach(function (kind) {
        var block = self.find(kind) || self.own[kind];
        if (!block) return;
        block.style.display = "none";
        each(block.querySelectorAll(".alike-said"), function (line) {
          line.parentNode.removeChild(line);
        });
      });
      each(this.element.querySelectorAll(".alike-error"), function (error) {
        error.parentNode.removeChild(error);
      });
      each(this.element.elements, function (field) {
        var rest = (field.getAttribute("aria-describedby") || "")
          .split(" ")
          .filter(function (id) {
            return id && id.indexOf("alike-error-") !== 0;
          });
        if (rest.length) field.setAttribute("aria-describedby", rest.join(" "));
        else field.removeAttribute("aria-describedby");
        field.removeAttribute("aria-invalid");
      });
    },

    field: function (name) {
      return pick(this.element.elements, function (field) {
        return (
          field.type !== "hidden" &&
          (field.name === name || field.getAttribute("data-name") === name)
        );
      })[0];
    },

    /** Names what is wrong beside its field, and takes the reader to the first. */
    complain: function (answer) {
      var self = this;
      var first = null;
      var others = [];
      (answer.errors || []).forEach(function (error) {
        var field = error.field && self.field(error.field);
        if (!field) return others.push((error.field ? error.field + ": " : "") + error.message);
        var note = document.createElement("span");
        note.className = "alike-error";
        note.id = "alike-error-" + ++ids;
        note.setAttribute("role", "alert");
        note.textContent = error.message;
        var place = field.closest("label") || field;
        place.parentNode.insertBefore(note, place.nextSibling);
        var before = field.getAttribute("aria-describedby");
        field.setAttribute("aria-invalid", "true");
        field.setAttribute("aria-describedby", note.id + (before ? " " + before : ""));
        first = first || field;
      });
      if (first) first.focus();
      if (others.length || !first) this.fail(others.join(" ") || answer.message, !first);
    },

    fail: function (text, focus) {
      var block = this.block("fail");
      this.say(block, text || this.words().offline);
      if (focus !== false) block.focus();
    },

    thank: function (answer) {
      var element = this.element;
      this.forget();
      this.renew();
      var leads = element.getAttribute("data-redirect") || (this.has("_next") && answer.next);
      // Whoever needs help now is not sent away from where it stands.
      if (leads && !answer.help) return location.assign(leads);
      var own = !this.find("done");
      var block = this.block("done");
      if (own) this.say(block, answer.message);
      this.help(block, answer.help);
      if (/^https?:/.test(answer.receipt)) this.say(block, this.words().receipt, answer.receipt);
      element.reset();
      element.style.display = "none";
      block.focus();
      element.dispatchEvent(new CustomEvent("alike:sent", { bubbles: true, detail: answer }));
    },

    has: function (name) {
      return !!this.element.querySelector('[name="' + name + '"]');
    },

    help: function (block, help) {
      var self = this;
      if (!help) return;
      if (help.message) this.say(block, help.message);
      (help.lines || []).forEach(function (line) {
        var words = [line.where || line.name, line.contact || line.phone].filter(Boolean).join(": ");
        self.say(block, words, /^(https|tel|sms):/.test(line.url) ? line.url : "");
      });
    },
  };

  /* ---- Which forms ---- */

  function endpointOf(element) {
    var own = element.getAttribute("data-alike");
    if (own !== null) return own || element.getAttribute("action");
    return everywhere && element.closest(".w-form") && !element.getAttribute("action") && everywhere;
  }

  function known(element) {
    var form = all.get(element);
    var endpoint = !form && endpointOf(element);
    if (endpoint) {
      form = new Form(element, new URL(endpoint, location.href).href);
      all.set(element, form);
    }
    return form;
  }

  /** Before everybody else's: Webflow's own script would send the form to Webflow. */
  function onSubmit(event) {
    var form = known(event.target);
    var submitter = event.submitter;
    if (!form || event.defaultPrevented || (submitter && submitter.name === "_save")) return;
    event.preventDefault();
    if (form.wrap) event.stopPropagation();
    form.send(submitter);
  }

  function start() {
    each(document.forms, known);
  }

  if (!window.fetch || !window.URLSearchParams || !FormData.prototype.forEach) return;
  window.addEventListener("submit", onSubmit, true);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
