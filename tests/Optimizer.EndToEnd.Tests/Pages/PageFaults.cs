using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Optimizer.EndToEnd.Tests.Pages;

/// <summary>What is wrong with a page as it stands in a browser, in words; nothing when it is fine.</summary>
internal static partial class PageFaults
{
    // So often the focus may come by what it has been on, such as frames of the browser, before the rest counts as not reached.
    private const int MostStale = 40;

    private static readonly string Axe = ReadAxe();

    // What the reader can work with, in the order of the page; the script runs in the page, so names are the browser's.
    private const string Shape = """
        () => {
          const faults = [];
          const seen = e => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden';
          if (document.documentElement.lang !== 'en') faults.push('no lang');
          if (!document.title.trim()) faults.push('no title');
          const heads = [...document.querySelectorAll('h1')].filter(seen);
          if (heads.length !== 1) faults.push(`${heads.length} h1`);
          for (const e of document.querySelectorAll('input:not([type=hidden]), select, textarea'))
            if (seen(e) && e.labels.length === 0 && !e.getAttribute('aria-label')) faults.push(`no label: ${e.outerHTML.slice(0, 80)}`);
          return faults;
        }
        """;

    private const string Wide = """
        () => {
          const most = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= most) return [];
          const guilty = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > most + 1).slice(0, 3).map(e => e.outerHTML.slice(0, 80));
          return [`${document.documentElement.scrollWidth} px in ${most}: ${guilty.join(' | ')}`];
        }
        """;

    private const string Mark = """
        () => {
          const can = 'a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea:not([disabled]), summary';
          const seen = e => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden' && e.checkVisibility();
          window.toReach = new Set([...document.querySelectorAll(can)].filter(seen).filter(e => e.tabIndex >= 0));
          window.bare = new Map([...window.toReach].map(e => [e, look(e)]));
          window.look = look;
          function look(e) { const s = getComputedStyle(e); return [s.outlineStyle, s.outlineWidth, s.boxShadow, s.borderColor, s.backgroundColor].join(); }
          document.activeElement.blur();
          return window.toReach.size;
        }
        """;

    private const string Look = """
        () => {
          const e = document.activeElement;
          const isNew = window.toReach.delete(e);
          const faults = isNew && window.look(e) === window.bare.get(e) ? [`focus is not seen: ${e.outerHTML.slice(0, 100)}`] : [];
          return { left: window.toReach.size, faults };
        }
        """;

    /// <summary>Styles and scripts within the page as it was sent; what a script draws later is its own.</summary>
    public static IEnumerable<string> OfText(string html) => Inline().Matches(html).Select(found => $"inline: {found.Value}");

    /// <summary>Language, title, heading, labels.</summary>
    public static Task<string[]> OfShapeAsync(IPage page) => page.EvaluateAsync<string[]>(Shape);

    /// <summary>What makes the page scroll sideways.</summary>
    public static Task<string[]> OfWidthAsync(IPage page) => page.EvaluateAsync<string[]>(Wide);

    /// <summary>Contrast, names, roles and landmarks by axe-core at WCAG 2.2 AA.</summary>
    public static async Task<IReadOnlyList<string>> OfAccessAsync(IPage page)
    {
        await page.EvaluateAsync($"() => {{ {Axe} }}");
        var found = await page.EvaluateAsync<JsonElement>("""
            async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })).violations
              .map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => `${n.html.slice(0, 100)} (${n.any.concat(n.all).map(c => c.message).join('; ').slice(0, 160)})`).join(' | ')}`)
            """);
        return [.. found.EnumerateArray().Select(each => each.GetString()!)];
    }

    /// <summary>Whatever can be worked with and is not reached with the Tab key, or does not show that it is.</summary>
    public static async Task<IReadOnlyList<string>> OfKeyboardAsync(IPage page)
    {
        var faults = new List<string>();
        var left = await page.EvaluateAsync<int>(Mark);
        for (var stale = 0; left > 0 && stale < MostStale;)
        {
            await page.Keyboard.PressAsync("Tab");
            var found = await page.EvaluateAsync<JsonElement>(Look);
            stale = found.GetProperty("left").GetInt32() == left ? stale + 1 : 0;
            left = found.GetProperty("left").GetInt32();
            faults.AddRange(found.GetProperty("faults").EnumerateArray().Select(fault => fault.GetString()!));
        }

        if (left > 0)
        {
            faults.Add($"not reached by keyboard: {string.Join(" | ", await page.EvaluateAsync<string[]>("() => [...window.toReach].slice(0, 3).map(e => e.outerHTML.slice(0, 100))"))}");
        }

        return faults;
    }

    [GeneratedRegex("""<[^>]+ (?:style|on[a-z]+)=[^>]*>|<style|<script(?![^>]*(?: src=| type="application/json"))[^>]*>""")]
    private static partial Regex Inline();

    private static string ReadAxe()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("axe.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
