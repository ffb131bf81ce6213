namespace Optimizer.Connectors.Notices;

/// <summary>Settings of notices that cannot be used here; the message says what would help.</summary>
public sealed class NoticeSettingsException(string message) : Exception(message);
