using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.TestHost;
using Optimizer.Domain.Identity;

namespace Optimizer.Tests.Cockpit.Kit;

/// <summary>A browser without a script: it keeps its cookies, follows where it is sent, and sends forms as the page gave them.</summary>
internal sealed partial class PageKit : IDisposable
{
    private readonly HttpClient _client;
    private readonly CookieContainer _cookies = new();
    private readonly Uri _base;
    private string _formToken = "";

    private PageKit(TestServer server)
    {
        _client = server.CreateClient();
        _base = _client.BaseAddress!;
    }

    /// <summary>Signs in as the role, by the form; null stays a stranger.</summary>
    public static async Task<PageKit> OpenAsync(ApiKit kit, Role? role = Role.Admin, string? token = null) =>
        await OpenAsync(kit.Server, token ?? (role is { } known ? await kit.TokenAsync(known) : null));

    /// <summary>Signs in with a token, by the form; null stays a stranger.</summary>
    public static async Task<PageKit> OpenAsync(TestServer server, string? token)
    {
        var page = new PageKit(server);
        if (token is not null)
        {
            var answer = await page.PostAsync("/login", ("token", token));
            Assert.True(answer.Status == 303, answer.Text);
            _ = await page.GetAsync("/activity");
        }

        return page;
    }

    /// <summary>A page as a browser asks for it; redirects are given back, not followed.</summary>
    public Task<ApiAnswer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(new(HttpMethod.Get, path), headers);

    /// <summary>A form with the token of the last page that was seen.</summary>
    public Task<ApiAnswer> PostAsync(string path, params (string Name, string Value)[] fields) => SendAsync(
        new(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Append(("_token", _formToken)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        },
        ("Sec-Fetch-Site", "same-origin"));

    /// <summary>What a browser would send of cookies now.</summary>
    public string Cookies => _cookies.GetCookieHeader(_base);

    public void Dispose() => _client.Dispose();

    private async Task<ApiAnswer> SendAsync(HttpRequestMessage request, params (string Name, string Value)[] headers)
    {
        using (request)
        {
            request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml");
            if (Cookies is { Length: > 0 } cookies)
            {
                request.Headers.TryAddWithoutValidation("Cookie", cookies);
            }

            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            using var response = await _client.SendAsync(request);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                _cookies.SetCookies(_base, cookie);
            }

            var answer = await ApiAnswer.OfAsync(response);
            if (IsFormToken().Match(answer.Text) is { Success: true } token)
            {
                _formToken = WebUtility.HtmlDecode(token.Groups[1].Value);
            }

            return answer;
        }
    }

    [GeneratedRegex("name=\"_token\" value=\"([^\"]+)\"")]
    private static partial Regex IsFormToken();
}
