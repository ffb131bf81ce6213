namespace Optimizer.Domain.Guardrails;

/// <summary>Experiments that run on a site at a time, of all its plays (S3-029, C01).</summary>
public static class SiteActiveRule
{
    public const string Code = "site_active_limit";
    public const string Key = "site.max_active";

    public static Opinion? On(ProposedCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return asked.IsStart
            ? ActiveCap.Judge(asked, Code, Key, $"on site {asked.Policy.Site}", asked.OnSite, asked.Policy.SiteMaxActive)
            : null;
    }
}
