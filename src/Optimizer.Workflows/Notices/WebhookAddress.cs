namespace Optimizer.Workflows.Notices;

/// <summary>Which addresses a webhook may have.</summary>
public static class WebhookAddress
{
    /// <summary>What is wrong with it, without the address itself, which may be a secret; null when nothing is.</summary>
    public static string? Problem(string text) =>
        !Uri.TryCreate(text, UriKind.Absolute, out var uri) ? "is no address; must be one such as https://hooks.example/optimizer"
        : uri.UserInfo.Length > 0 ? "holds a name or a password; put the whole address into an environment variable and say urlFrom"
        : uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback) ? null
        : "must begin with https; http is for this machine only";
}
