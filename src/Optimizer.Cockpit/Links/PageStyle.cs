using System.Security.Cryptography;
using System.Text;

namespace Optimizer.Cockpit.Links;

/// <summary>How the pages look: one column for a phone held in one hand, light and dark, nothing loaded from anywhere.</summary>
internal static class PageStyle
{
    public const string Css = """
        :root{--ink:#1c2024;--soft:#5b6470;--line:#e3e6ea;--ground:#f4f5f7;--card:#fff;--yes:#0f7a48;--no:#b3261e;--old:#fdf0ee;--new:#edf8f1;color-scheme:light dark}
        @media(prefers-color-scheme:dark){:root{--ink:#eceef1;--soft:#a0a8b3;--line:#31363d;--ground:#14171a;--card:#1d2125;--yes:#3fb27f;--no:#f2766b;--old:#33211f;--new:#1b2f25}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;-webkit-text-size-adjust:100%}
        main{max-width:38rem;margin:0 auto;padding:20px 16px 40px}
        header{display:flex;justify-content:space-between;align-items:center;color:var(--soft);font-size:.875rem;margin:0 4px 12px}
        .pill{border:1px solid currentColor;border-radius:99px;padding:2px 10px;font-weight:600;font-size:.8125rem}
        .yes{color:var(--yes)}.no{color:var(--no)}
        section{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:20px;margin-bottom:12px}
        h1{font-size:1.3rem;line-height:1.3;margin:0 0 4px;overflow-wrap:anywhere}
        h2{font-size:.8125rem;font-weight:600;color:var(--soft);margin:0 0 8px}
        p{margin:0 0 8px;overflow-wrap:anywhere}p:last-child{margin:0}
        .soft{color:var(--soft);font-size:.9375rem}
        .change{border-radius:10px;padding:10px 12px;margin:0 0 8px;white-space:pre-wrap;overflow-wrap:anywhere;max-height:40vh;overflow:auto}
        .change b{display:block;font-size:.75rem;color:var(--soft)}
        .old{background:var(--old)}.new{background:var(--new);margin:0}
        ul{margin:0;padding-left:1.1rem}li{margin:0 0 6px;overflow-wrap:anywhere}
        dl{display:grid;grid-template-columns:auto 1fr;gap:6px 16px;margin:0}dt{color:var(--soft)}dd{margin:0;text-align:right;overflow-wrap:anywhere}
        label{display:block;font-weight:600;margin-bottom:6px}
        textarea{width:100%;min-height:84px;font:inherit;color:inherit;background:var(--ground);border:1px solid var(--line);border-radius:10px;padding:10px 12px}
        .buttons{display:grid;grid-template-columns:1fr 1fr;gap:12px;margin:14px 0 10px}
        button{font:inherit;font-weight:600;min-height:52px;border-radius:12px;border:2px solid var(--yes);background:var(--yes);color:#fff;cursor:pointer}
        button.reject{background:none;border-color:var(--no);color:var(--no)}
        button:focus-visible,textarea:focus-visible{outline:3px solid #4c8dff;outline-offset:2px}
        @media(prefers-color-scheme:dark){button.approve{color:#0c1b13}}
        """;

    /// <summary>Nothing may run, load, frame or be sent anywhere but here; the style is known by its hash.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}
