package org.indelible.security;

import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What filters refused is forwarded here, so that the one advice answers it with a whole page. */
@Controller
class ProblemPageController {
    @RequestMapping(Refusals.PROBLEM_PAGE)
    String refuse(@RequestAttribute(name = Refusals.REFUSED_ATTRIBUTE, required = false) Exception refused)
            throws Exception {
        throw refused == null
                ? new NoResourceFoundException(HttpMethod.GET, Refusals.PROBLEM_PAGE, Refusals.PROBLEM_PAGE)
                : refused;
    }
}
