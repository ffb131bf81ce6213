using Microsoft.Playwright;
using Optimizer.Testing;

namespace Optimizer.EndToEnd.Tests.World;

/// <summary>One person's browser window, who says yes when asked whether they are sure, and what went wrong in it.</summary>
internal sealed class Tab : IAsyncDisposable
{
    // What Chromium says of every answer that is no success; pages that refuse are answered so on purpose.
    private const string Refusal = "Failed to load resource: the server responded with a status of 4";

    private readonly IBrowserContext _context;
    private readonly string _url;
    private readonly List<string> _faults = [];

    private Tab(IBrowserContext context, IPage page, string url)
    {
        (_context, Page, _url) = (context, page, url);
        page.Console += (_, said) => Note(said.Type == "error", said.Text);
        page.Dialog += async (_, asked) => await asked.AcceptAsync();
        page.PageError += (_, fault) => Note(true, fault);
    }

    public IPage Page { get; }

    /// <summary>Errors in the console and violations of the content security policy; answers that refuse are none.</summary>
    public IReadOnlyList<string> Faults => [.. _faults.Where(fault => !fault.StartsWith(Refusal, StringComparison.Ordinal))];

    /// <param name="world">What is served.</param>
    /// <param name="token">Signs in with it; null stays outside.</param>
    /// <param name="options">Such as a phone's width; null for a desk.</param>
    public static async Task<Tab> OpenAsync(ServedWorld world, string? token, BrowserNewContextOptions? options = null)
    {
        var url = await world.Url;
        var context = await (await world.Browser).NewContextAsync(new(options ?? new())
        {
            Locale = "en-GB",
            TimezoneId = "UTC",
            ViewportSize = options?.ViewportSize ?? new() { Width = 1280, Height = 900 },
        });
        context.SetDefaultTimeout(10_000);
        var tab = new Tab(context, await context.NewPageAsync(), url);
        if (token is not null)
        {
            await tab.SignInAsync(token);
        }

        return tab;
    }

    public Task<IResponse?> GoAsync(string path) => Page.GotoAsync($"{_url}{path}", new() { WaitUntil = WaitUntilState.DOMContentLoaded });

    /// <summary>Through the door, as people do.</summary>
    public async Task SignInAsync(string token)
    {
        await GoAsync("/login");
        await Page.GetByLabel("Your token").FillAsync(token);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Page.WaitForURLAsync($"{_url}/");
    }

    /// <summary>Keeps what is seen under artifacts/screens.</summary>
    public Task ShotAsync(string name) => Page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(Repository.Root, "artifacts", "screens", $"{name}.png") });

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private void Note(bool isFault, string text)
    {
        if (isFault)
        {
            lock (_faults)
            {
                _faults.Add(text);
            }
        }
    }
}
