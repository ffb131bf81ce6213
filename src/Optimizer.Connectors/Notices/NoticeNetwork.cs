namespace Optimizer.Connectors.Notices;

/// <summary>The way out for messages: no redirects, so that what is signed or carries a token goes only where the owner said.</summary>
internal static class NoticeNetwork
{
    public static SocketsHttpHandler Make() => new()
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    };
}
