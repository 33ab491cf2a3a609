using Portal.Graph.Host.Verbs;

return await PortalCommand.Create().Parse(args).InvokeAsync();
