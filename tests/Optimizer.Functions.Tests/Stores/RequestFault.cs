namespace Optimizer.Functions.Tests.Stores;

/// <summary>How a request fails.</summary>
internal enum RequestFault
{
    /// <summary>The connection is cut: the client sends it again by itself.</summary>
    Cut,

    /// <summary>The service says that it is busy: the caller is told.</summary>
    Busy,

    /// <summary>The process dies: none follows.</summary>
    Death,
}
