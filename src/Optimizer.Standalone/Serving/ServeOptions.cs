using Optimizer.Domain.Identity;
using Optimizer.Workflows;
using Optimizer.Workflows.Ports;

namespace Optimizer.Standalone.Serving;

/// <summary>What a live host serves, and where.</summary>
internal sealed record ServeOptions
{
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>Folder of definitions in a data directory, served where no other is named.</summary>
    public const string PlaysName = "plays";

    /// <summary>Policy file in a data directory, served where no other is named.</summary>
    public const string PolicyName = "policy.yaml";

    /// <summary>The data directory; made when absent.</summary>
    public required string Folder { get; init; }

    /// <summary>Folder of definitions that is watched; null serves the plays that are in force.</summary>
    public string? Plays { get; init; }

    /// <summary>Policy file that is watched; null leaves in force what is.</summary>
    public string? Policy { get; init; }

    /// <summary>Where to listen.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>Whether plain HTTP may be spoken beyond this machine, as behind a proxy that speaks TLS.</summary>
    public bool AllowsPlainHttp { get; init; }

    /// <summary>PEM files of certificate and key; null where there is no https address.</summary>
    public (string Certificate, string Key)? Tls { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Hears one line of text at a time, for people.</summary>
    public Action<string> Say { get; init; } = _ => { };

    /// <summary>As whom a command that serves itself acts; null for the user whom this machine knows.</summary>
    public string? Name { get; init; }

    /// <summary>Who a command that serves itself is; null for the owner of the directory, who may do everything in it anyway.</summary>
    public Principal? As { get; init; }

    /// <summary>Where people at the terminal read their notices.</summary>
    public TextWriter Terminal { get; init; } = TextWriter.Null;

    /// <summary>False for a command that serves itself for a moment: it neither tells where it is nor prints a token.</summary>
    public bool IsAnnounced { get; init; } = true;

    /// <summary>Puts another world in place of this machine's own, as tests do.</summary>
    public Func<World, World>? Around { get; init; }

    /// <summary>Puts other tokens before those that are kept.</summary>
    public Func<ITokenStore, ITokenStore>? Tokens { get; init; }

    /// <summary>Workflows beside the loop's own.</summary>
    public Action<WorkflowRegistry, World>? Beside { get; init; }

    /// <summary>The same, with the definitions and the policy that stand in the data directory itself where no others are named.</summary>
    public ServeOptions AtHome()
    {
        var (plays, policy) = (Path.Combine(Folder, PlaysName), Path.Combine(Folder, PolicyName));
        return this with
        {
            Plays = Plays ?? (Directory.Exists(plays) ? plays : null),
            Policy = Policy ?? (File.Exists(policy) ? policy : null),
        };
    }
}
